"""Cutting a text, and the form in which a sentence is understood."""

from __future__ import annotations

from etl.texts.sentences import cut


def test_sentences_are_numbered_without_blank_pieces():
    text = "标题\n\n　　一、甲；乙。丙！\n1．丁，戊、己：庚？辛"
    assert [(s.number, s.text.strip("　")) for s in cut(text)] == [(1, "标题"), (2, "一、甲"), (3, "乙"), (4, "丙"), (5, "1．丁，戊、己：庚？辛")]


def test_pinyin_and_traditional_characters_leave_the_plain_form_but_not_the_words():
    sentence = cut("園區(qū)實現(xiàn)工業(yè)總產(chǎn)值７２６００萬元")[0]
    assert sentence.plain == "园区实现工业总产值72600万元"
    start = sentence.plain.index("72600")
    assert sentence.written(start, len(sentence.plain)) == "７２６００萬元"


def test_brackets_that_hold_no_pinyin_stay():
    assert cut("投资（技改）3亿元，面积（km²）")[0].plain == "投资(技改)3亿元,面积(km2)"


def test_a_full_width_comma_between_half_width_digits_groups_no_thousands():
    assert cut("引进项目5，120家企业")[0].plain == "引进项目5，120家企业"
    assert cut("产值1,200万元")[0].plain == "产值1,200万元"


def test_each_sentence_knows_its_place_in_the_text():
    text = "甲；乙。\n丙"
    assert [text[s.start:s.start + len(s.text)] for s in cut(text)] == ["甲", "乙", "丙"]
