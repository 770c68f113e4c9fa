"""The list of exercises, and an exercise as one page: its rounds, its result, its loop."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from samsyn.calibration.access import get_exercise_to_see, is_invited, may_answer, runs_exercises
from samsyn.calibration.conclusions import conclusion_of, groups_sentence
from samsyn.calibration.export import result_csv
from samsyn.calibration.figures import measures_chart, question_measures, question_rows
from samsyn.calibration.head import head_of, loop_of
from samsyn.calibration.models import Exercise, Round
from samsyn.calibration.queries import exercises_seen_by, own_sheets
from samsyn.calibration.result import SMALLEST_GROUP, ExerciseResult, result_of
from samsyn.core.registry.interface import panels
from samsyn.organisations.interface import Actor, MemberRequest, Permission, check


def list(request: MemberRequest) -> HttpResponse:  # noqa: A001  # the page, never the type
    """Exercises to answer and those that are over."""
    check(request.actor, Permission.SEE_MEMBER_PAGES)
    exercises = [*exercises_seen_by(request.actor)]
    current = [one for one in exercises if any(r.takes_answers for r in one.rounds.all())]
    context = {
        "current": current,
        "past": [one for one in exercises if one not in current],
        "runs": runs_exercises(request.actor),
        "smallest": SMALLEST_GROUP,
    }
    return render(request, "calibration/list.html", context)


def exercise(request: MemberRequest, slug: str) -> HttpResponse:
    """An exercise: what to do now, what the answers showed, and the way to the next round."""
    found = get_exercise_to_see(request.actor, slug)
    result = result_of(found)
    head = head_of(request.actor, found)
    context = {
        **head,
        **_shown(result),
        "result": result,
        "conclusion": conclusion_of(result),
        "loop": loop_of(found, head["rounds"]),
        "own": _own(request.actor, found),
        "smallest": SMALLEST_GROUP,
        # What higher packages know of it, such as the decision in the plan behind it.
        "panels": [one for ask in panels.providers() for one in ask(found, request.actor)],
        "may_make_round": head["runs"] and all(one.is_over for one in found.rounds.all()),
    }
    return render(request, "calibration/exercise.html", context)


def _shown(result: ExerciseResult) -> dict[str, object]:
    shown = [one for one in result.rounds if one.is_shown]
    if not shown:
        return {}
    first, split = shown[0], shown[0].most_split
    return {
        "chart": measures_chart(result),
        "rows": question_rows(result),
        "groups_text": groups_sentence(shown[-1]),
        "by_office": shown[-1].by_office,
        "measured": shown[-1].measured,
        "asked": len(shown[-1].questions),
        "judged": first.questions[0].question.is_judged,
        "split": split,
        "split_measures": question_measures(split) if split else "",
        "split_round": first.round,
        "agreed": [
            (one, key, one.question.label_of(key.agreed), found.round)
            for found in shown
            for one in found.questions
            if (key := one.key) and key.agreed
        ],
    }


def _own(actor: Actor, found: Exercise) -> tuple[dict[str, Any], ...]:
    """What she can do in each round that has been opened."""
    rows, sheets = [], own_sheets(actor, found)
    for round_ in found.rounds.all():
        if round_.state == Round.State.DRAFT:
            continue
        sheet = sheets.get(round_.pk)
        sent = bool(sheet and sheet.sent_at)
        rows.append(
            {
                "round": round_,
                "sheet": sheet,
                "sent": sent,
                "may_answer": not sent and may_answer(actor, round_),
                "invited": is_invited(actor, found),
            }
        )
    return tuple(rows)


def result_file(request: MemberRequest, slug: str) -> HttpResponse:
    """The counts of the result as CSV: what the page shows, no more."""
    found = get_exercise_to_see(request.actor, slug)
    result = result_of(found)
    if not result.is_shown:
        raise Http404(_("There is no result to fetch yet."))
    answer = HttpResponse(
        result_csv(result, is_example=found.is_example), content_type="text/csv; charset=utf-8"
    )
    name = f"{found.slug}-samsyn{'-exempeldata' if found.is_example else ''}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def methods(request: MemberRequest) -> HttpResponse:
    """How agreement is measured: each measure in short, how sure it is, and when it may not be used."""
    check(request.actor, Permission.SEE_MEMBER_PAGES)
    return render(request, "calibration/methods.html", {"smallest": SMALLEST_GROUP})
