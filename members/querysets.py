"""How accounts are made and found."""

from django.contrib.auth.base_user import BaseUserManager


class UserManager(BaseUserManager):
    def create_user(self, email, password=None, **fields):
        user = self.model(email=email, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email, password=None, **fields):
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, email):
        """The account that logs in with this address, capitals or not."""
        return self.get(email=tidy_email(email))


def tidy_email(email):
    """An address as it is stored: without spaces around it, in small letters."""
    return email.strip().lower()
