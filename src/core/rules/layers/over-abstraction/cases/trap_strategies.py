# file: shop/mail.py
from abc import ABC, abstractmethod


class BaseMailService(ABC):
    @abstractmethod
    def send(self, text: str) -> None: ...


class SmtpMailService(BaseMailService):
    def send(self, text: str) -> None: ...


class SesMailService(BaseMailService):
    def send(self, text: str) -> None: ...


class BaseQueueService:
    def start(self) -> None: ...
    def stop(self) -> None: ...


class Clock(ABC):
    @abstractmethod
    def now(self) -> float: ...


class SystemClock(Clock):
    def now(self) -> float:
        return 0.0


class NobodyWritesThis(ABC):
    @abstractmethod
    def now(self) -> float: ...
# file: tests/test_mail.py
from shop.mail import Clock


def test_clock() -> None:
    class Frozen(Clock):
        def now(self) -> float:
            return 1.0

    assert Frozen().now() == 1.0
