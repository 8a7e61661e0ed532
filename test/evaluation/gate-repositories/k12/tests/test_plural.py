from notices.i18n import plural


def test_persian_counts_zero_as_one():
    assert plural("fa", 0) == "one"
    assert plural("de", 0) == "other"
