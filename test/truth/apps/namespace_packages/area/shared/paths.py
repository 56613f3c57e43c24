"""Constants."""

NORTH = "/north"
SOUTH = "/south"
