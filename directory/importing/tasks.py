"""Runs in the background: each job works for a while, and asks for the next one."""

from django_tasks import task

from directory.importing import running, undoing


@task()
def go_on(run_id):
    if running.go_on_for_a_while(run_id):
        go_on.enqueue(run_id)


@task()
def go_on_undoing(run_id):
    if undoing.go_on_for_a_while(run_id):
        go_on_undoing.enqueue(run_id)
