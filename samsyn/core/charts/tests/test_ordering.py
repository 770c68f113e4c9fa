from samsyn.core.charts.ordering import swedish_order


def test_a_ring_a_umlaut_and_o_umlaut_come_last_in_that_order():
    names = ["Öland", "Ängelholm", "Åmål", "Zinkgruvan", "aneby", "Borås"]
    assert sorted(names, key=swedish_order) == [
        "aneby",
        "Borås",
        "Zinkgruvan",
        "Åmål",
        "Ängelholm",
        "Öland",
    ]
