import factory
from django.contrib.auth.models import Group

from members.models import User

PASSWORD = "seven-stitches-4"


class UserFactory(factory.django.DjangoModelFactory):
    """An account with `PASSWORD`; `group` names the group that it is in."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"person{number}@example.org")
    name = factory.Sequence(lambda number: f"Човек {number}")
    is_staff = True

    @classmethod
    def _create(cls, model_class, *args, group=None, password=PASSWORD, **fields):
        user = model_class.objects.create_user(fields.pop("email"), password, **fields)
        if group:
            user.groups.add(Group.objects.get(name=group))
        return user
