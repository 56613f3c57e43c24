def get_docs() -> dict[str, str]:
    """
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    Says it all.
    """
    # one
    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    # two

    return {}
