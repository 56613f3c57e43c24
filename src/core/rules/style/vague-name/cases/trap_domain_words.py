def read_item(item_id):
    return item_id


def create_task(name):
    return name


def process_payment(order):
    return order


def get_data_source(name):
    return name


def handle_webhook(event):
    return event


def run():
    return 1
