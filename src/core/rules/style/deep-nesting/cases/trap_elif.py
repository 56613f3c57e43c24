def kind(x):
    for y in x:
        if y == 1:
            return 1
        elif y == 2:
            return 2
        elif y == 3:
            return 3
        elif y == 4:
            if x:
                return 4
        elif y == 5:
            return 5
        else:
            return 6
