"""How pages' forms ask for topics; read once, when the apps are ready."""

from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.forms.tags import TagField

from taxonomy.forms import TopicField
from taxonomy.models import Topic


def form_field(db_field):
    tags = db_field.related_model
    return {"form_class": TopicField if issubclass(tags, Topic) else TagField, "tag_model": tags}


register_form_field_override(ClusterTaggableManager, override=form_field)
