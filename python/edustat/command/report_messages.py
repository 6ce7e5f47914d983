# SPDX-License-Identifier: Apache-2.0
"""What `edustat audit` says of all prints together, of folders and on pages, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

REPORT_TEXTS: Mapping[str, tuple[str, str]] = {
    # help
    "option_time_limit": (
        "全部数一并判断时最多用的秒数，默认 10；0 表示不做。",
        "Seconds for judging all figures together, 10 unless stated; 0 leaves it out.",
    ),
    "option_region": (
        "正文：“全市”“我省” 所指的地区，如 邯郸市。",
        "Running text: the region that it calls the whole city or our province.",
    ),
    "option_text_period": (
        "正文：没有写明年份时的时期，如 2016-11、@2016-11。",
        "Running text: its period where it names no year, such as 2016-11 or @2016-11.",
    ),
    "option_html": (
        "另写一个网页：原文照排，每个数按结论着色，点开见依据；FACTS 是文件夹时，写入一个文件夹。",
        "Write a page as well: the text as it stands, each figure coloured by its verdict, its "
        "trace on a click; for a folder, OUT is a folder of pages.",
    ),
    "bad_seconds": (
        "选项 {name} 应是 0 到 86400 之间的秒数，而不是 “{value}”",
        "option {name} must be a number of seconds from 0 to 86400, not '{value}'",
    ),
    "text_only": (
        "选项 {name} 只用于正文（.txt、.docx、.xlsx）",
        "option {name} is for running text (.txt, .docx, .xlsx)",
    ),
    # all prints together
    "joint": ("全部数一并判断：{verdict}", "All figures together: {verdict}"),
    "joint_missing": ("全部数一并判断：{reason}", "All figures together: {reason}"),
    "joint_limit": (
        "用时到限（{seconds} 秒）：可能还有别的冲突、更窄的范围",
        "the time limit of {seconds} s was met: there may be more conflicts and narrower ranges",
    ),
    "joint_least": ("至少有一组是错的：{sets}", "at least one of these is wrong: {sets}"),
    "joint_together": ("{figures}（同时）", "{figures} (together)"),
    "joint_more": (
        "（还有 {count} 个，--all 列出）",
        " ({count} more, --all lists them)",
    ),
    "conflicts": (
        "不能同时成立的数：{count} 组",
        "Sets of figures that cannot all be true: {count}",
    ),
    "conflict_figure": (
        "{scope}{name} {figure}（第 {line} 行）",
        "{scope} {name} {figure}, line {line}",
    ),
    "conflict_reason": ("依据：{label} [{relation}]", "because of: {label} [{relation}]"),
    "narrowed": (
        "其余的数把它限得更窄：{count}",
        "Figures that the others narrow or rule out: {count}",
    ),
    "hidden": (
        "没有印出、但可推知的数：{count}",
        "Figures that are not printed and follow from the others: {count}",
    ),
    "slips": (
        "能使全部成立的笔误（推测）：{count}",
        "Slips that would mend it (a guess): {count}",
    ),
    "besides": ("；{figures} 须同时有误", "; {figures} must be wrong as well"),
    "col_allowed": ("其余的数允许", "the others allow"),
    "col_slip": ("推测", "guess"),
    "nothing_fits": ("没有能取的值", "no value"),
    # folders
    "folder_empty": (
        "文件夹 “{path}” 中没有可审核的文件（.csv、.txt、.docx、.xlsx）",
        "there is nothing to audit in folder '{path}' (.csv, .txt, .docx, .xlsx)",
    ),
    "folder_step": ("审核", "Auditing"),
    "head_folder": ("审核文件夹  {name}", "Audit of folder {name}"),
    "unread": ("不能读的文件：{count}", "Files that cannot be read: {count}"),
    "col_file": ("文件", "file"),
    "col_found": ("数", "figures"),
    "col_bound": ("归入", "bound"),
    "col_impossible": ("矛盾", "impossible"),
    "col_joint": ("一并判断", "together"),
    "total_folder": (
        "共 {files} 个文件：{impossible} 个有矛盾，{unread} 个不能读。",
        "{files} files: {impossible} with something impossible, {unread} that cannot be read.",
    ),
    # pages
    "page_package": (
        "写网页需要 {package}：pip install 'edustat[page]'",
        "a page needs {package}: pip install 'edustat[page]'",
    ),
    "page_written": ("已写 {path}", "Wrote {path}"),
    "page_title": ("{name} 的审核", "Audit of {name}"),
    "page_legend": ("图例", "Legend"),
    "page_text": ("原文", "Text"),
    "page_facts": ("统计数", "Figures"),
    "page_trace": ("依据", "Trace"),
    "page_hint": (
        "点一个数看它的依据；键盘：Tab 移动，Enter 打开，←、→ 换一个数，Esc 关闭。",
        "Click a figure to see its trace. Keyboard: Tab moves, Enter opens, ← and → go to the "
        "next figure, Esc closes.",
    ),
    "page_made": (
        "由 edustat {version} 生成。矛盾不等于错误：分母、计划版本或口径可能与这里假定的不同。",
        "Made by edustat {version}. Impossible does not mean an error: the denominator, the "
        "version of the plan or the definition may be another than assumed here.",
    ),
    "page_close": ("关闭", "Close"),
    "page_sentence": ("所在的句子", "Sentence"),
    "page_item": ("统计数", "Statistic"),
    "page_value": ("精确值", "Exact value"),
    "page_interval": ("印出的数意味着", "The print means"),
    "page_allowed": ("其余的数允许", "The others allow"),
    "page_scope": ("范围", "Scope"),
    "page_period": ("时期", "Period"),
    "page_relations": ("所在的关系", "Relations"),
    "page_conflicts": ("所在的冲突", "Conflicts"),
    "page_slips": ("可能的笔误（推测）", "Possible slips (a guess)"),
    "page_formula": ("关系式", "Formula"),
    "page_computed": ("由关系算得", "Computed"),
    "page_would": ("若其余的数成立，它应在", "If the others hold, it would be in"),
    "page_figures": ("其中的数", "Figures"),
    "page_note": ("说明", "Note"),
    "page_explained": ("已有说明：{text}（{who}）", "Explained: {text} ({who})"),
    "page_none": ("不参与任何关系", "It takes part in no relation."),
    "page_tight": ("紧界", "tight"),
    "page_outer": ("外界", "outer"),
    "page_impossible": ("矛盾", "impossible"),
    "page_cannot_tell": ("无法判定", "cannot tell"),
    "page_consistent": ("相符", "consistent"),
    "page_masked": ("有遮盖数位", "masked digits"),
    "page_unrelated": ("不参与任何关系", "in no relation"),
    "page_unbound": ("没有归入指标", "not bound"),
    "page_no_statistic": ("不是统计数", "not a statistic"),
}
