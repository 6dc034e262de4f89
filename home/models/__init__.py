"""The pages that every site needs: home, standard pages, forms."""

from home.models.forms import FormField, FormPage
from home.models.home import HomePage
from home.models.standard import StandardPage

__all__ = ["FormField", "FormPage", "HomePage", "StandardPage"]
