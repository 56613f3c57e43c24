"""One package for each part of the business."""
