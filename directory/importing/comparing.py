"""Compares what a batch of plans would bring with what is here, and with what the last import brought."""

from dataclasses import dataclass, field

from directory.importing.reasons import Problem
from directory.importing.values import merge, values_of
from directory.models import ImportRow, Origin, Profile

Outcome = ImportRow.Outcome


@dataclass
class Fate:
    """What becomes of one planned row. `changes` are what an update writes, `before` what is needed to undo it."""

    plan: object
    outcome: str
    profile: Profile | None = None
    origin: Origin | None = None
    changes: dict = field(default_factory=dict)
    before: dict | None = None

    @property
    def pk(self):
        """The key of the profile, where there is one."""
        return self.profile.pk if self.profile else self.origin and self.origin.profile_id

    @property
    def brings_news(self):
        """Whether the origin doesn't know yet what this brings."""
        return self.profile is not None and not (self.origin and self.origin.digest == self.plan.digest)


class Comparison:
    """Decides about one batch of plans of a run with few queries."""

    def __init__(self, run, plans):
        self._run, self._plans = run, plans
        ids = [plan.source_id for plan in plans if not plan.refused]
        origins = Origin.objects.filter(source=run.source, source_id__in=ids)
        self._origins = {origin.source_id: origin for origin in origins}
        earlier = run.rows.filter(source_id__in=ids).exclude(outcome=Outcome.REFUSED)
        self._seen = set(earlier.values_list("source_id", flat=True))
        self._profiles, self._by_slug = self._load()

    def fates(self):
        """A `Fate` for each plan, in their order."""
        return [self._fate(plan) for plan in self._plans]

    def _load(self):
        """The profiles that have to be looked at, by key and by slug: none whose plan brings what the last one did."""
        keys, slugs = [], []
        for plan in self._plans:
            origin = self._origins.get(plan.source_id)
            if origin and not plan.refused and origin.digest != plan.digest:
                keys.append(origin.profile_id)
            elif not origin and plan.values.get("slug"):
                slugs.append(plan.values["slug"])
        profiles = Profile.objects.with_facts().prefetch_related("former_slugs")
        return (
            {profile.pk: profile for profile in profiles.filter(pk__in=filter(None, keys))} if keys else {},
            {profile.slug: profile for profile in profiles.filter(slug__in=slugs)} if slugs else {},
        )

    def _fate(self, plan):
        if plan.refused:
            return Fate(plan, Outcome.REFUSED)
        if plan.source_id in self._seen:
            plan.refuse(Problem("source_id", plan.source_id, "id_twice"))
            return Fate(plan, Outcome.REFUSED)
        self._seen.add(plan.source_id)
        origin = self._origins.get(plan.source_id)
        if origin and origin.profile_id is None:
            return self._doubt(plan, origin, "deleted")
        if origin and origin.digest == plan.digest:
            return Fate(plan, Outcome.UNCHANGED, origin=origin)
        profile = self._profiles[origin.profile_id] if origin else self._by_slug.get(plan.values.get("slug"))
        if profile is None:
            return Fate(plan, Outcome.CREATED)
        if profile.locked:
            return self._doubt(plan, origin, "locked")
        if profile.has_unpublished_changes and profile.latest_revision_id:
            return self._doubt(plan, origin, "draft")
        return self._compare(plan, origin, profile)

    def _doubt(self, plan, origin, code):
        plan.problems.append(Problem("", plan.name, code))
        return Fate(plan, Outcome.DOUBTFUL, origin=origin)

    def _compare(self, plan, origin, profile):
        mine = values_of(profile)
        # Found by its slug alone, in a file that we wrote: what is here is what was exported, so the file decides.
        base = origin.brought if origin else mine
        changes, kept = merge(base, mine, plan.values)
        for name in kept:
            plan.problems.append(Problem(name, str(plan.values.get(name, "")), "kept"))
        before = None
        if changes:
            before = {
                "values": {name: mine.get(name) for name in changes},
                "brought": origin and origin.brought,
                "digest": origin.digest if origin else "",
            }
        outcome = Outcome.DOUBTFUL if kept else Outcome.UPDATED if changes else Outcome.UNCHANGED
        return Fate(plan, outcome, profile, origin, changes, before)
