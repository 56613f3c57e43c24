/** What is typed: code that is unfinished at nearly every key, with findings that come and go. */
const CODE = `\
order = await session.get(Order, order_id)
if order is None:
    raise HTTPException(status.HTTP_404_NOT_FOUND, detail="Order not found")
total = sum(item.quantity * item.price_cents for item in order.items)
if total > get_settings().max_total_cents:
    raise HTTPException(400, f"Order {order_id} is too expensive")
logger.info("order %s costs %s", order_id, total)
return total`;

/**
 * The changes that keys make, one each: a character, or a line's end together with the indentation that an editor puts
 * after it. Brackets and quotes stay open until their other half is typed, which is harder on a parser than an editor
 * that closes them at once.
 * @param indentation of the code, in spaces
 */
export function keystrokes(indentation: number): string[] {
  const keys: string[] = [];
  for (const [index, line] of CODE.split("\n").entries()) {
    const own = line.length - line.trimStart().length;
    if (index > 0) keys.push(`\n${" ".repeat(indentation + own)}`);
    keys.push(...line.trimStart());
  }
  return keys;
}
