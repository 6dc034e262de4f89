from members.models.accounts import User, default_language
from members.models.consents import ConsentRecord

__all__ = ["ConsentRecord", "User", "default_language"]
