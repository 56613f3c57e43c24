"""Errors of the business, mapped to answers by one handler in `bookshop.main`."""

from __future__ import annotations

from fastapi import status


class DomainError(Exception):
    """A request that is well formed but that the business forbids."""

    status_code: int = status.HTTP_409_CONFLICT

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class OutOfStockError(DomainError):
    """Fewer copies are left than were asked for."""


class InvalidTransitionError(DomainError):
    """The order's status does not allow the step."""
