import pytest

from search.evaluation.measures import ndcg, percentile, recall


def test_the_best_order_is_worth_one():
    assert ndcg(["a", "b", "c"], {"a": 3, "b": 2, "c": 1}) == 1


def test_nothing_found_is_worth_nothing():
    assert ndcg([], {"a": 3}) == 0
    assert recall([], {"a": 3}) == 0


def test_a_better_document_further_down_costs():
    assert ndcg(["b", "a"], {"a": 3, "b": 1}) == pytest.approx((1 + 7 / 1.584963) / (7 + 1 / 1.584963), rel=1e-6)


def test_only_ten_count_for_the_order_and_twenty_for_recall():
    others = [str(number) for number in range(10)]

    assert ndcg([*others, "a"], {"a": 3}) == 0
    assert recall([*others, "a"], {"a": 3}) == 1
    assert recall([*others, *others, "a"], {"a": 3}) == 0


def test_percentiles_are_values_that_were_measured():
    assert percentile([1, 2, 3, 4], 0.5) == 2
    assert percentile([5], 0.95) == 5
    assert percentile(list(range(1, 101)), 0.95) == 95
