"""The file: sealed, self-contained, the same bytes each time."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import sys

from biograph import page

from . import sample


def test_same_corpus_same_bytes_in_another_process(html):
    code = "from tests.page import sample; from biograph import page; import sys; "
    code += "sys.stdout.buffer.write(page.render(sample.corpus(), title='기사 세 편').encode())"
    root = sample.ARTICLES.parents[2]
    again = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=True)
    assert again.stdout.decode() == html


def test_policy_admits_just_the_inline_scripts_and_styles(html):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)[1]
    inline = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    assert sorted(re.findall(r"'sha256-([^']+)'", policy)) == sorted(hashes)
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere(html):
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="([^"]*)"', markup) == ["data:,", "#main"]
    assert "sourceMappingURL" not in html


def test_licences_of_what_is_bundled_stay(html):
    assert "vis-network 10.1.5, vis-data 8.0.6, vis-util 6.0.3, (c) 2014-2017 Almende B.V." in html
    assert "Permission is hereby granted, free of charge" in html


def test_hostile_text_adds_no_element():
    markup = page.render(sample.hostile())
    plain = page.render(sample.corpus(), title="title")
    assert len(re.findall(r"<[a-z!]", markup.split("<body>")[1].split("<script")[0])) == len(
        re.findall(r"<[a-z!]", plain.split("<body>")[1].split("<script")[0])
    )
    assert markup.count("<script") == plain.count("<script")


def test_write_is_utf8_with_lf(corpus, html, tmp_path):
    page.write(corpus, tmp_path / "graph.html", title="기사 세 편")
    assert (tmp_path / "graph.html").read_bytes() == html.encode()
