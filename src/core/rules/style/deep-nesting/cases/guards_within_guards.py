class Importer:
    async def run(self, rows, kinds):
        for row in rows:
            # Rows without a name are headings.
            if row.name is not None:  # expect: deep-nesting
                text = """
                kept as it is
            """
                if (
                    row.kind in kinds
                    and row.size < 10
                ):  # small ones
                    for part in row.parts:
                        if not part.done:
                            async with self.lock:
                                if part.size < 3:
                                    # Here, and only here.
                                    part.send(text)  # at last

                    # Behind the loop.
                else:
                    row.skip()
                    continue
                row.close()

    def count(self, rows):
        while rows:
            if (row := rows.pop()) and row.ok:  # expect: deep-nesting
                for part in row:
                    while part:
                        if part == 1:
                            return "x"
                            

def yields(rows):
	if rows != "none":  # expect: deep-nesting
		for row in rows:
			with row:
				while True:
					if (row.a or
							row.b):
						yield row
