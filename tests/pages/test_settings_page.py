"""The settings page: for administrators only; accounts, viewing, thresholds, names and the audit, in both languages, empty and full."""

from __future__ import annotations

import pytest

from park.catalogue.load import decide
from park.store import Account, accounts, places, sessions, settings

from .conftest import PARK
from .test_month_page import signed_in  # noqa: F401 (a fixture)
from .test_pages import opened


@pytest.fixture(autouse=True)
def as_declared():
    yield
    decide(None)


@pytest.mark.parametrize("kind", ["empty", "full"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_opens_for_an_administrator(signed_in, lang, kind):  # noqa: F811
    signed_in(kind)
    at = opened("settings", lang=lang)
    assert not at.exception and not at.error
    assert [t.label for t in at.tabs][0] == ("账号" if lang == "zh" else "Accounts")


@pytest.mark.parametrize("role", ["viewer", "staff"])
def test_nobody_else_sees_a_setting(signed_in, role):  # noqa: F811
    signed_in("full", role)
    at = opened("settings")
    assert not at.tabs and all(field.key.startswith("own_") for field in at.text_input) and "管理员" in at.info[0].value


def test_an_account_is_added_with_its_areas_and_never_without_a_password(signed_in):  # noqa: F811
    store = signed_in("full")
    at = opened("settings")
    at.text_input(key="new_name").set_value("wang")
    at.button(key="new_sent").click().run()
    assert accounts.named(store, "wang") is None and at.error
    at.text_input(key="new_name").set_value("wang")
    at.text_input(key="new_password").set_value("long enough")
    at.text_input(key="new_again").set_value("other enough")
    at.button(key="new_sent").click().run()
    assert accounts.named(store, "wang") is None and at.error
    zone = dict((n, i) for i, n in places.parts(store, 1, "area"))["北片区"]
    at.text_input(key="new_again").set_value("long enough")
    at.multiselect(key="new_areas").set_value([zone])
    at.button(key="new_sent").click().run()
    assert accounts.named(store, "wang") == Account("wang", "staff", (zone,))
    assert accounts.check_password(store, "wang", "long enough")


def test_a_role_is_changed_a_token_shown_once_and_taken_back_and_the_account_removed(signed_in):  # noqa: F811
    store = signed_in("full")
    accounts.add(store, "wang", None, by=Account("li", "admin"))
    at = opened("settings")
    at.selectbox(key="changed").set_value("wang").run()
    at.selectbox(key="changed_wang_role").set_value("viewer")
    at.button(key="changed_sent").click().run()
    assert accounts.named(store, "wang") == Account("wang", "viewer")
    at.button(key="token_make").click().run()
    assert sessions.of_token(store, at.code[0].value) == Account("wang", "viewer")
    at.run()
    assert not at.code
    ((token_id, *_rest),) = sessions.tokens(store)
    at.button(key=f"revoke_{token_id}").click().run()
    assert sessions.tokens(store) == []
    at.button(key="remove_do").click().run()
    assert accounts.named(store, "wang") is None


def test_looking_is_closed_and_thresholds_are_decided(signed_in):  # noqa: F811
    store = signed_in("full")
    at = opened("settings")
    next(g for g in at.get("button_group") if g.key == "viewing").set_value(settings.SIGNED_IN).run()
    at.button(key="viewing_save").click().run()
    assert settings.get(store, settings.VIEWING) == settings.SIGNED_IN
    at.number_input(key="threshold_on_pace").set_value(0.9)
    at.number_input(key="threshold_tax_per_mu").set_value(15.0)
    at.button(key="thresholds_sent").click().run()
    held = settings.thresholds(store)
    assert (float(held.on_pace), float(held.land_entry.tax_per_mu)) == (0.9, 15.0)
    at.number_input(key="threshold_slow").set_value(2.0)
    at.button(key="thresholds_sent").click().run()
    assert at.error and float(settings.thresholds(store).slow) == 0.85


def test_a_zone_is_renamed_and_the_history_tells(signed_in):  # noqa: F811
    store = signed_in("full")
    at = opened("settings", area=PARK)
    zone = dict((n, i) for i, n in places.parts(store, 1, "area"))["北片区"]
    at.selectbox(key="place_area").set_value(zone)
    at.text_input(key="place_name").set_value("滨江片区")
    at.button(key="place_sent").click().run()
    assert "滨江片区" in dict((n, i) for i, n in places.parts(store, 1, "area"))
    assert any("北片区 → 滨江片区" in c.value for c in at.caption)


def test_the_audit_tells_who_did_what_and_can_be_searched(signed_in):  # noqa: F811
    signed_in("full")
    at = opened("settings")
    lines = lambda: next(d.value for d in at.dataframe if "操作" in d.value)  # noqa: E731
    assert len(set(lines()["操作"])) >= 3
    assert set(lines()["方式"]) == {"服务器命令"}
    at.text_input(key="audit_search").set_value("li").run()
    assert len(lines()) == 1


def test_zones_that_differ_are_merged_once_it_is_said_which_figures_count_and_a_firm_is_described(signed_in):  # noqa: F811
    from park.store import batches, operator
    from tests.conftest import reading

    store = signed_in("full")
    batches.load(store, reading({"firm": "甲厂", "value": 5, "area": "北片区"}, {"area": "北片区", "value": 7}, {"area": "南片区", "value": 8}, park=PARK), b"firms", by=operator("root"))
    at = opened("settings", area=PARK)
    zones = dict((n, i) for i, n in places.parts(store, 1, "area"))
    at.selectbox(key="merge_zone").set_value(zones["北片区"])
    at.selectbox(key="merge_into").set_value(zones["南片区"])
    at.button(key="merge_sent").click().run()
    assert "北片区" in at.warning[0].value and places.merged(store, 1) == [] and not [b for b in at.button if b.key == "merge_do"]
    at.radio(key="merge_keep").set_value("into").run()
    at.button(key="merge_do").click().run()
    assert [row[1:3] for row in places.merged(store, 1)] == [("北片区", "南片区")]
    at.button(key=f"part_{zones['北片区']}").click().run()
    assert places.merged(store, 1) == [] and not at.exception
    firm = places.parts(store, 1, "firm")[0][0]
    at.selectbox(key="firm_chosen").set_value(firm).run()
    at.selectbox(key=f"firm_zone_{firm}").set_value(zones["南片区"])
    at.number_input(key=f"firm_land_{firm}").set_value(20.0)
    at.button(key="firm_sent").click().run()
    assert places.firm_known(store, 1, firm)[:1] == (zones["南片区"],)
    at.selectbox(key="leading_cluster").set_value(places.parts(store, 1, "cluster")[0][0])
    at.checkbox(key="leading_is").check()
    at.button(key="leading_sent").click().run()
    assert batches.every(store)[0].file_name == "设置.json" and not at.exception
