import factory

from people.models import Person


class PersonFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Person

    name = factory.Sequence(lambda number: {"bg": f"Човек {number}", "en": f"Person {number}"})
    role = factory.LazyFunction(lambda: {"bg": "координатор", "en": "coordinator"})
