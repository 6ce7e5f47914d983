# SPDX-License-Identifier: Apache-2.0
"""The page of a report: what stands in it, and what a reader sees in a browser."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from edustat.cli import main

pytest.importorskip("jinja2", reason="a page needs jinja2")

HANDAN = str(Path(__file__).parents[2] / "examples" / "handan" / "facts.csv")
REPORT = (
    "<script>document.title = 'taken'</script> <b onclick=\"x\">通报</b> & 71号\n"
    "截至2016年11月底，全市规划建设面积176.4万平方米，开工面积112万平方米，开工率63.82%。\n"
    "全市竣工面积8x万平方米。参会120人。全市教育经费投入 < 23.4亿元。\n"
)


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def page_of(tmp_path: Path, text: str, *arguments: str) -> Path:
    source, page = tmp_path / "report.txt", tmp_path / "report.html"
    source.write_text(text, encoding="utf-8")
    main(["audit", str(source), "--catalogue", "education", "--html", str(page), *arguments])
    return page


class Reader(HTMLParser):
    """The elements of a page, and the text of the report in it."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.depth = 0
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if self.depth or ("class", "text") in attrs:
            self.depth += 1

    def handle_endtag(self, tag):
        self.depth -= self.depth > 0

    def handle_data(self, data):
        self.text += data if self.depth else ""


# --- the file -------------------------------------------------------------------------------------


def test_the_text_stands_as_it_is_and_is_no_markup(capsys, tmp_path):
    read = Reader(page_of(tmp_path, REPORT))
    assert read.text == REPORT
    assert [tag for tag, _ in read.elements if tag in ("script", "b")] == ["script"]
    assert not any("onclick" in attributes for _, attributes in read.elements)


def test_a_page_needs_no_other_file(capsys, tmp_path):
    page = page_of(tmp_path, REPORT)
    read = Reader(page)
    targets = [
        attributes[name]
        for _, attributes in read.elements
        for name in ("src", "href")
        if name in attributes
    ]
    assert [target for target in targets if not re.fullmatch(r"#(trace-\d+|closed)", target)] == []
    assert not re.search(r"@import|url\(|https?:", page.read_text(encoding="utf-8"))


def test_every_figure_is_coloured_by_its_verdict(capsys, tmp_path):
    page = page_of(tmp_path, REPORT).read_text(encoding="utf-8")
    found = re.findall(r'<a class="figure (\w+)" id="figure-\d+" href="[^"]+">([^<]+)</a>', page)
    assert found == [
        ("no_statistic", "71号"),
        ("no_statistic", "2016年"),
        ("no_statistic", "11月"),
        ("impossible", "176.4万平方米"),
        ("impossible", "112万平方米"),
        ("impossible", "63.82%"),
        ("masked", "8x万平方米"),
        ("unbound", "120人"),
        ("unbound", "23.4亿元"),
    ]


def test_figures_that_only_together_cannot_be_true_are_coloured(capsys, tmp_path):
    pytest.importorskip("edustat._reconcile", reason="edustat was built without Z3")
    page = page_of(
        tmp_path,
        "截至2016年11月底，全市改薄工程开工面积60.16万平方米，开工率27.85%。\n"
        "改薄工程竣工面积41.08万平方米，竣工率20.00%。",
    ).read_text(encoding="utf-8")
    text, joint = page.split('<section class="joint">')
    assert len(re.findall(r'class="figure impossible" id="figure-', text)) == 4
    assert "Sets of figures that cannot all be true: 1" in joint
    assert joint.count("because of: start rate") == 5  # in the list, and in each trace


def test_a_name_with_markup_is_text(capsys, tmp_path):
    source = tmp_path / "<img src=x>.csv"
    source.write_text("item,scope,figure\n图书,<i&amp;,387.5万册\n", encoding="utf-8")
    page = tmp_path / "page.html"
    main(["audit", str(source), "--catalogue", "school_improvement", "--html", str(page)])
    written = page.read_text(encoding="utf-8")
    assert "&lt;img src=x&gt;.csv" in written
    assert "&lt;i&amp;amp;" in written
    assert "<i&" not in written
    assert "<img" not in written


def test_the_page_speaks_the_asked_language(capsys, tmp_path):
    chinese = page_of(tmp_path, REPORT, "--lang", "zh").read_text(encoding="utf-8")
    assert '<html lang="zh">' in chinese
    assert "图例" in chinese
    assert "Legend" in page_of(tmp_path, REPORT, "--lang", "en").read_text(encoding="utf-8")


def test_only_a_page_of_its_own_is_overwritten(capsys, tmp_path):
    page = page_of(tmp_path, REPORT)
    before = page.read_text(encoding="utf-8")
    page_of(tmp_path, REPORT.replace("63.82", "63.83"))
    assert page.read_text(encoding="utf-8") != before
    page.write_text("somebody's page", encoding="utf-8")
    capsys.readouterr()
    page_of(tmp_path, REPORT)
    assert page.read_text(encoding="utf-8") == "somebody's page"
    assert "is there already" in capsys.readouterr().err
    status = main(["audit", HANDAN, "--catalogue", "education", "--html", HANDAN])
    assert status == 2
    assert main(["audit", HANDAN, "--catalogue", "education", "--html", "no/such/page.html"]) == 2


def test_a_folder_of_pages_has_an_index(capsys, tmp_path):
    reports, out = tmp_path / "reports", tmp_path / "pages"
    (reports / "11").mkdir(parents=True)
    (reports / "11" / "a b.txt").write_text(REPORT, encoding="utf-8")
    (reports / "broken.csv").write_text("item,figure\n开工率,<63%\n", encoding="utf-8")
    arguments = ["audit", str(reports), "--catalogue", "education", "--html", str(out)]
    assert main([*arguments, "--time-limit", "0"]) == 1
    assert Reader(out / "11" / "a b.txt.html").text == REPORT
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="11/a%20b.txt.html"' in index
    assert "&#39;&lt;63%&#39;" in index
    (out / "index.html").write_text("somebody's", encoding="utf-8")
    assert main([*arguments, "--time-limit", "0"]) == 2


# --- in a browser ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def browser():
    selenium = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    driver = shutil.which("chromedriver")
    if program is None or driver is None:
        pytest.skip("no browser: apt install chromium chromium-driver")
    options = selenium.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1400,900"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    opened = selenium.Chrome(options, selenium.ChromeService(driver))
    yield opened
    opened.quit()


def shown(browser):
    """The texts of the traces that a reader sees."""
    return [one.text for one in browser.find_elements("css selector", ".trace") if one.text]


def figure(browser, text):
    return browser.find_element("xpath", f"//main//a[contains(@class, 'figure')][.='{text}']")


@pytest.fixture
def opened(browser, capsys, tmp_path):
    browser.get("about:blank")
    browser.get(page_of(tmp_path, REPORT, "--lang", "en").as_uri())
    return browser


def test_a_click_on_a_figure_shows_its_trace(opened):
    assert shown(opened) == []
    figure(opened, "63.82%").click()
    (trace,) = shown(opened)
    for part in (
        "63.82% impossible",
        "start rate [school_improvement.start_rate]",
        "school_improvement.start_rate == school_improvement.started_area",
        "[63.1907%, 63.7936%]",
        "[63.815%, 63.825%]",
        "as at the end of November 2016",
    ):
        assert part in trace
    related = opened.find_elements("css selector", "main .figure.related")
    assert [one.text for one in related] == ["176.4万平方米", "112万平方米"]


def test_the_figures_of_a_relation_lead_to_one_another(opened):
    figure(opened, "63.82%").click()
    opened.find_element("css selector", ".trace:target .relation li:nth-child(2) a").click()
    (trace,) = shown(opened)
    assert trace.splitlines()[1].startswith("112万平方米 impossible")
    assert "[1,115,000 m², 1,125,000 m²]" in trace
    assert figure(opened, "112万平方米").get_attribute("aria-current") == "true"


def test_figures_that_are_not_bound_say_why(opened):
    figure(opened, "120人").click()
    (trace,) = shown(opened)
    assert "no name of the catalogue stands with it" in trace
    figure(opened, "71号").click()
    (trace,) = shown(opened)
    assert "the number of a document" in trace


def test_the_keyboard_opens_walks_and_closes(opened):
    from selenium.webdriver.common.keys import Keys

    def press(key):
        opened.switch_to.active_element.send_keys(key)

    first = figure(opened, "71号")
    while opened.switch_to.active_element != first:
        press(Keys.TAB)
    press(Keys.ENTER)
    assert "71号" in shown(opened)[0]
    press(Keys.ARROW_RIGHT)
    assert "2016年" in shown(opened)[0]
    press(Keys.ARROW_LEFT)
    press(Keys.ESCAPE)
    assert shown(opened) == []
    assert opened.switch_to.active_element == first


def test_no_script_of_the_report_runs_and_nothing_is_refused(opened):
    assert opened.title.startswith("Audit of")
    assert opened.execute_script("return document.querySelectorAll('script').length") == 1
    assert opened.get_log("browser") == []
