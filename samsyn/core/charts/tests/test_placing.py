from hypothesis import given
from hypothesis import strategies as st

from samsyn.core.charts.placing import Box, Label, place

ROOM = Box(0, 0, 400, 300)


def test_a_lonely_label_stands_to_the_right_of_its_point():
    (placed,) = place([Label("Aneby", (100, 100), 4)], room=ROOM, size=16)
    assert placed.box.left == 108
    assert placed.box.top < 100 < placed.box.bottom
    assert not placed.leader


def test_at_the_right_edge_it_stands_to_the_left():
    (placed,) = place([Label("Aneby", (395, 100), 4)], room=ROOM, size=16)
    assert placed.box.right < 395


def test_two_points_close_together_get_labels_apart():
    one, two = place(
        [Label("Aneby", (100, 100), 4), Label("Eksjö", (104, 103), 4)], room=ROOM, size=16
    )
    assert one.box.overlap(two.box) == 0


def test_a_label_keeps_clear_of_other_marks_and_lines():
    wall = Box(0, 95, 400, 105)
    (placed,) = place([Label("Aneby", (100, 90), 4)], room=ROOM, size=16, obstacles=[wall])
    assert placed.box.overlap(wall) == 0


def test_what_must_show_shows_and_the_rest_may_be_left_out():
    full = [Box(0, 0, 400, 300)]
    labels = [Label("inne", (100, 100), 4), Label("ute", (100, 100), 8, must_show=True)]
    assert [p.label.text for p in place(labels, room=ROOM, size=16, obstacles=full)] == ["ute"]


def test_a_label_far_from_its_point_has_a_leader_line():
    near = Box(40, 40, 240, 160)
    (placed,) = place(
        [Label("ute", (100, 100), 8, must_show=True)], room=ROOM, size=16, obstacles=[near]
    )
    assert placed.leader


points = st.tuples(st.floats(5, 395), st.floats(5, 295))


@given(st.lists(points, min_size=1, max_size=25), st.integers(0, 3))
def test_labels_stay_in_the_room_and_off_each_other(at, important):
    labels = [Label(f"Kontor {i}", xy, 4, must_show=i < important) for i, xy in enumerate(at)]
    placed = place(labels, room=ROOM, size=14)
    assert all(p.box.inside(ROOM) for p in placed)
    for number, one in enumerate(placed):
        assert all(one.box.overlap(two.box) == 0 for two in placed[number + 1 :])
    assert sum(p.label.must_show for p in placed) == min(important, len(at))


@given(st.lists(points, min_size=1, max_size=12, unique=True))
def test_the_order_of_the_offices_does_not_move_the_labels(at):
    labels = [Label(f"K{i}", xy, 4) for i, xy in enumerate(at)]
    one = {p.label.text: p.box for p in place(labels, room=ROOM, size=14)}
    two = {p.label.text: p.box for p in place(labels[::-1], room=ROOM, size=14)}
    assert one == two
