"""What newsletters leave to the background: doorways, each calls one service."""

from django_tasks import task

from newsletters.answering import answer
from newsletters.issues.publishing import publish_archive


@task()
def answer_sign_up(sign_up_id):
    answer(sign_up_id)


@task()
def publish_issue(issue_id):
    publish_archive(issue_id)
