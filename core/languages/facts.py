"""What a page says besides its texts, read and copied by the names in its `followed_fields`."""

from django.db.models import ManyToOneRel
from modelcluster.fields import ParentalKey, ParentalManyToManyField


def differing(source, target):
    """The followed fields in which `target` differs from `source`."""
    return [name for name in source.followed_fields if _value(source, name) != _value(target, name)]


def copy_facts(source, target, names):
    """Give `target` the values of `source`; nothing is saved."""
    for name in names:
        field = source._meta.get_field(name)
        if is_child_relation(field):
            source.copy_child_relation(field, target)
        elif isinstance(field, ParentalManyToManyField):
            setattr(target, name, list(getattr(source, name).all()))
        else:
            setattr(target, field.attname, getattr(source, field.attname))


def is_child_relation(field):
    return isinstance(field, ManyToOneRel) and isinstance(field.remote_field, ParentalKey)


def _value(page, name):
    field = page._meta.get_field(name)
    if is_child_relation(field):
        own = {field.field.attname, field.related_model._meta.pk.attname}
        children = getattr(page, field.get_accessor_name()).all()
        return sorted((_columns(child, without=own) for child in children), key=repr)
    if isinstance(field, ParentalManyToManyField):
        return sorted(other.pk for other in getattr(page, name).all())
    return field.value_from_object(page)


def _columns(child, without):
    fields = [field for field in child._meta.concrete_fields if field.attname not in without]
    return {field.attname: field.value_from_object(child) for field in fields}
