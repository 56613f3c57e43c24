def find(rows):
    for row in rows:
        if row.ok:
            break
    else:
        if rows:  # expect: deep-nesting
            for row in rows:
                for part in row:
                    if part:
                        part.close()


def find_then(rows):
    for row in rows:
        for part in row:
            if part.ok:
                break
        else:
            if row:
                with row:
                    if part:
                        part.close()
        row.done()


def commented(row):
    if row:  # expect: deep-nesting
        for part in row:
            for bit in part:
                while bit:
                    if bit.ok:
                        bit.send()
    else:  # nothing to send
        raise ValueError
