# SPDX-License-Identifier: Apache-2.0
"""What the command line says, in Chinese and in English.

The sentences of the library itself (errors, explanations, notes) come from C++.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from edustat.command.panel_messages import PANEL_TEXTS
from edustat.command.report_messages import REPORT_TEXTS

Language = Literal["zh", "en"]

TEXTS: Mapping[str, tuple[str, str]] = {
    # help
    "about": (
        "教育统计公报的精确计算与审核。",
        "Exact figures of education bulletins, computed and audited.",
    ),
    "audit": (
        "审核一份公报的统计数：指标目录蕴含的每一个关系，逐一判断能否成立；再判断全部数能否同时成立。"
        "FACTS 是事实表（CSV）、通报正文（.txt、.docx、.xlsx），或放着这些文件的文件夹。",
        "Judge every relation that the catalogue implies for the facts of one bulletin, and all of "
        "them together. FACTS is a facts file (CSV), running text (.txt, .docx, .xlsx) or a folder "
        "of them.",
    ),
    "audit_short": ("审核事实表、正文或文件夹", "Audit facts, a text or a folder"),
    "compute_short": ("计算派生指标", "Compute the indicators of a facts file"),
    "catalogue_short": ("列出指标目录", "Show a catalogue"),
    "audit_status": (
        "退出状态：0 没有矛盾，1 有矛盾，2 输入有误。",
        "Exit status: 0 nothing impossible, 1 something impossible, 2 bad input.",
    ),
    "compute": (
        "由事实表计算所能算出的全部派生指标：精确值、修约值、可能的范围，并与印出的数对照。",
        "Compute every indicator that the facts allow: exact, rounded, its range, and beside it "
        "the printed figure.",
    ),
    "catalogue": (
        "列出一个指标目录的基础指标、派生指标和关系；不写名称时列出全部内置目录。",
        "Show the measures, indicators and relations of a catalogue; without a name, the built-in "
        "catalogues.",
    ),
    "option_catalogue": (
        "内置指标目录的名称，或 TOML 文件的路径。",
        "Name of a built-in catalogue, or path of a TOML file.",
    ),
    "option_precision": (
        "未另行声明的数是怎样缩短的：exact、nearest、half_up、half_even、truncated；"
        "默认 nearest（就近，进位规则不明）。",
        "How figures were shortened that declare nothing else: exact, nearest, half_up, "
        "half_even or truncated; nearest, with the tie rule unknown, unless stated.",
    ),
    "option_encoding": (
        "事实表的编码，如 gb18030；默认 UTF-8。",
        "Encoding of the facts file, such as gb18030; UTF-8 unless stated.",
    ),
    "option_mark": (
        "数值栏中某个符号的含义，如 “—=missing”；可重复。",
        "What a sign in the figure column means, as in '—=missing'; can be repeated.",
    ),
    "option_explanations": (
        "情况说明文件（CSV）：已说明的经验校验另行列出。",
        "File of explanations (CSV): soft findings that it covers are listed apart.",
    ),
    "option_json": ("输出 JSON，供程序读取。", "Write JSON, for programs."),
    "option_lang": (
        "输出语言；默认依系统语言。",
        "Language of the output; that of the locale unless stated.",
    ),
    "option_all": ("相符的关系也逐条列出。", "List the consistent relations one by one as well."),
    "option_help": ("显示本说明并退出。", "Show this text and exit."),
    "option_version": ("显示版本并退出。", "Show the version and exit."),
    "usage": ("用法：", "Usage: "),
    "options": ("选项", "Options"),
    "options_metavar": ("[选项]", "[OPTIONS]"),
    "command_metavar": ("命令 …", "COMMAND ..."),
    "required": ("必需。", " Required."),
    "commands": ("命令", "Commands"),
    # usage errors
    "try_help": (
        "详见 “{command} --help”。",
        "Try '{command} --help' for help.",
    ),
    "no_such_option": ("没有选项 {name}", "there is no option {name}"),
    "no_such_command": (
        "没有命令 “{name}”，可用的有：{known}",
        "there is no command '{name}', known are: {known}",
    ),
    "bad_option_usage": (
        "选项 {name} 缺少取值，或不应有取值",
        "option {name} lacks its value, or takes none",
    ),
    "missing_argument": ("缺少参数 {name}", "argument {name} is missing"),
    "missing_option": ("缺少选项 {name}", "option {name} is missing"),
    "bad_choice": (
        "选项 {name} 不能是 “{value}”，可用的有：{known}",
        "option {name} cannot be '{value}', known are: {known}",
    ),
    "bad_mark": (
        "选项 --mark 应写成 “符号=原因”，如 “—=missing”，而不是 “{value}”",
        "option --mark must be written SIGN=REASON, such as '—=missing', not '{value}'",
    ),
    "extra_argument": ("多余的参数：{name}", "unexpected argument: {name}"),
    "missing_command": ("缺少命令，可用的有：{known}", "a command is missing, known are: {known}"),
    # heads
    "head_audit": ("审核  {name}", "Audit of {name}"),
    "head_compute": ("计算  {name}", "Indicators computed from {name}"),
    "head_catalogue": ("指标目录：{name}", "Catalogue: {name}"),
    "head_precision": ("精度：{name}", "Precision: {name}"),
    "period": ("时期：{period}", "Period: {period}"),
    "edition": ("{label}（{id}，{edition} 年版）", "{label} ({id}, edition {edition})"),
    "impossible": ("矛盾：{count}", "Impossible: {count}"),
    "cannot_tell": ("无法判定：{count}", "Cannot tell: {count}"),
    "consistent": ("相符：{count}", "Consistent: {count}"),
    "explained": ("已有说明：{count}", "Explained: {count}"),
    "masked": ("有遮盖数位的数：{count}", "Figures with masked digits: {count}"),
    "unbound": ("没有归入指标的数：{count}", "Figures that were not bound: {count}"),
    "unrelated": (
        "没有参与任何关系的数：{count}",
        "Figures that take part in no relation: {count}",
    ),
    "all_hint": ("（--all 逐条列出）", " (--all lists them)"),
    # columns
    "col_relation": ("关系", "relation"),
    "col_scope": ("范围", "scope"),
    "col_period": ("时期", "period"),
    "col_reason": ("原因", "reason"),
    "col_sentence": ("原文", "text"),
    "col_line": ("行", "line"),
    "col_figures": ("印出的数", "figures"),
    "col_item": ("统计数", "statistic"),
    "col_figure": ("印作", "printed"),
    "col_kind": ("依据", "because of"),
    "col_indicator": ("派生指标", "indicator"),
    "col_value": ("算得", "computed"),
    "col_range": ("可能的范围", "possible range"),
    "col_printed": ("印作", "printed"),
    "col_verdict": ("结论", "verdict"),
    "col_id": ("代号", "id"),
    "col_label": ("名称", "label"),
    "col_unit": ("单位", "unit"),
    "col_formula": ("公式", "formula"),
    "col_time": ("时间", "time"),
    "col_dimensions": ("分类", "categories"),
    "col_statement": ("关系式", "statement"),
    "col_severity": ("性质", "severity"),
    "col_measures": ("基础指标", "measures"),
    "col_indicators": ("派生指标", "indicators"),
    "col_relations": ("关系", "relations"),
    "col_text": ("说明", "explanation"),
    "col_who": ("说明人", "by"),
    "col_until": ("有效至", "valid until"),
    # words
    "whole": ("（全部）", "(whole)"),
    "where": ("位置：{places}", "where: {places}"),
    "reason_masked": ("有遮盖：{names}", "masked: {names}"),
    "reason_undefined": ("除数为零", "a divisor is 0"),
    "reason_outer": ("所得的界是外界，不足以断定", "the bound is outer and proves nothing"),
    "reason_endless": ("可取的范围没有尽头", "the range has no end"),
    "undefined": ("无意义", "undefined"),
    "outer_mark": (
        "≈ 外界，其中的值未必都能取到",
        "≈ outer bound: not every value inside is proven possible",
    ),
    "none": ("—", "—"),
    "separator": ("、", ", "),
    "alternative": ("；或 ", "; or "),
    "measures": ("基础指标：{count}", "Measures: {count}"),
    "indicators": ("派生指标：{count}", "Indicators: {count}"),
    "relations": ("关系：{count}", "Relations: {count}"),
    "code_lists": ("分类：{count}", "Categories: {count}"),
    "builtin": ("内置指标目录：{count}", "Built-in catalogues: {count}"),
    "trace": ("依据", "Trace"),
    "partition": ("分项，之和为合计", "parts that add up to the total"),
    "subset": ("其中，可重叠", "of which, may overlap"),
    # enumerations of the library
    "precision_exact": ("exact（未缩短）", "exact (not shortened)"),
    "precision_nearest": ("nearest（就近，进位规则不明）", "nearest (tie rule unknown)"),
    "precision_half_up": ("half_up（四舍五入）", "half_up (ties away from zero)"),
    "precision_half_even": ("half_even（四舍六入五成双）", "half_even (ties to the even digit)"),
    "precision_truncated": ("truncated（去尾）", "truncated (cut)"),
    "kind_asked": ("所问的关系", "asked"),
    "kind_indicator": ("派生指标与公式", "indicator against formula"),
    "kind_rule": ("目录声明的关系", "declared relation"),
    "kind_partition": ("分项与合计", "categories against total"),
    "kind_subset": ("其中项与整体", "of which against whole"),
    "kind_region": ("部分地区与整体", "part of the region against whole"),
    "kind_complement": ("部分与其余", "group and the rest"),
    "kind_restatement": ("前后重述", "stated twice"),
    "kind_cumulative": ("累计数", "cumulative figure"),
    "time_flow": ("时期数", "flow"),
    "time_stock": ("时点数", "stock"),
    "time_cumulative": ("累计", "cumulative"),
    "time_plan": ("计划", "plan"),
    "time_cohort": ("同批", "cohort"),
    "time_standard": ("标准", "standard"),
    "time_ratio": ("比率", "ratio"),
    "time_rank": ("位次", "rank"),
    "severity_hard": ("逻辑校验", "hard"),
    "severity_soft": ("经验校验", "soft"),
    "gap_missing": ("缺报", "missing"),
    "gap_not_applicable": ("不适用", "not applicable"),
    "gap_suppressed": ("不公布", "suppressed"),
    "gap_undefined": ("无意义", "undefined"),
    "verdict_consistent": ("相符", "consistent"),
    "verdict_impossible": ("矛盾", "impossible"),
    "verdict_cannot_tell": ("无法判定", "cannot tell"),
    # last lines
    "total_audit": (
        "共 {facts} 个统计数，判断 {relations} 个关系：矛盾 {impossible}，无法判定 {cannot_tell}，"
        "相符 {consistent}，已有说明 {explained}；有遮盖 {masked}，未参与 {unrelated}。",
        "{facts} figures, {relations} relations judged: {impossible} impossible, {cannot_tell} "
        "cannot tell, {consistent} consistent, {explained} explained; {masked} masked, "
        "{unrelated} in no relation.",
    ),
    "total_compute": (
        "共 {indicators} 个派生指标，其中 {printed} 个有印出的数：矛盾 {impossible}，"
        "无法判定 {cannot_tell}，相符 {consistent}。",
        "{indicators} indicators, {printed} of them printed as well: {impossible} "
        "impossible, {cannot_tell} cannot tell, {consistent} consistent.",
    ),
    **PANEL_TEXTS,
    **REPORT_TEXTS,
}


class Speech:
    """The texts in one language."""

    def __init__(self, language: Language) -> None:
        """Speaks `language`."""
        self.language: Language = language

    def __call__(self, key: str, **values: object) -> str:
        """The text with this key, its `{name}` filled in."""
        zh, en = TEXTS[key]
        return (zh if self.language == "zh" else en).format(**values)


def language_of(environment: Mapping[str, str]) -> Language:
    """The language that the locale asks for: Chinese for `zh*`, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name, "")
        if locale:
            return "zh" if locale.lower().startswith("zh") else "en"
    return "en"
