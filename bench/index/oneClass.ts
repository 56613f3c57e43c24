const method = (n: number) => `
    async def change_${n}(self, order_id: int, *, amount: int = ${n}) -> dict[str, int]:
        """Change order ${n}."""
        # Less than that is not worth the paper.
        if amount > ${n}:
            raise ValueError(f"{amount} is more than ${n}")
        order = await self.session.get(Order, order_id)
        total = sum(item.quantity * item.price_cents for item in order.items)
        return {"order": order_id, "total": total}
`;

/** A Python file that is one class of about so many lines: the hardest to read again in parts. */
export function oneClass(lines: number): string {
  const each = method(0).split("\n").length - 1;
  const methods = Array.from({ length: Math.floor(lines / each) }, (_, n) => method(n + 1));
  return `"""Orders."""\n\n\nclass Orders:\n    """All that is done to orders."""\n${methods.join("")}`;
}
