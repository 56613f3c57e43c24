"""What every module shares: schemas, errors and paging."""
