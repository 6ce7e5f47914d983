# SPDX-License-Identifier: Apache-2.0
"""What `edustat compute` says of panels, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Mapping

PANEL_TEXTS: Mapping[str, tuple[str, str]] = {
    # help
    "panel_about": (
        "加 --regions 时，FACTS 是面板：县或学校按月（年）的数据表（Parquet 或 CSV）。"
        "逐级精确汇总，计算目录中所能算出的全部派生指标，写入 --out 指定的文件。"
        "不加时，FACTS 是一份公报的事实表。",
        "With --regions, FACTS is a panel: a table of counties or schools by month or year "
        "(Parquet or CSV). It is added up exactly to every level, every indicator of the catalogue "
        "that it allows is computed, and all is written to --out. Without --regions, FACTS is the "
        "facts file of one bulletin.",
    ),
    "panel_status": (
        "退出状态：0 完成，2 输入有误。",
        "Exit status: 0 done, 2 bad input.",
    ),
    "option_regions": (
        "面板：地区表（CSV 或 Parquet），列为 代码、名称、层级、上级"
        "（code、name、level、parent）。",
        "Panel: the table of regions (CSV or Parquet) with columns code, name, level, parent.",
    ),
    "option_out": (
        "面板：结果文件，.parquet、.csv 或 .xlsx；已有文件仅当由本命令写成时才覆盖。",
        "Panel: the file of the result, .parquet, .csv or .xlsx; one that is there already is "
        "overwritten only if this command wrote it.",
    ),
    "option_level": (
        "面板：只输出这些层级，以逗号分隔，如 市,县；默认全部。",
        "Panel: only these levels, separated by commas, such as county,city; all unless stated.",
    ),
    "option_groups": (
        "面板：地区组表（CSV 或 Parquet），列为 组、代码、范围（group、code、within）；"
        "每组连同其余地区（!组名）一并输出。",
        "Panel: the table of groups (CSV or Parquet) with columns group, code and, if you like, "
        "within; each is given with the rest of the region around it (!group).",
    ),
    "option_period": (
        "面板：只输出这一时期，如 2016-11；可重复；默认全部。",
        "Panel: only this period, such as 2016-11; can be repeated; all unless stated.",
    ),
    "option_by": (
        "面板：先按指标的时间规则合并为 quarter、year 等时期。",
        "Panel: join the periods to these first, each measure by its own time rule: quarter, year.",
    ),
    "option_partial": (
        "面板：不完整的合计怎样处理：gap（不给出，默认）、known_part（给出已知部分）。",
        "Panel: what a total with a missing part is: gap (not given, unless stated otherwise) or "
        "known_part.",
    ),
    "option_inner": (
        "面板：上级地区自身的数据行：refuse（拒绝，默认）、total（合计，只对照不相加）、own（本级，相加）。",
        "Panel: what facts of a region with others below it are: refuse (unless stated), total "
        "(compared, never added) or own (its own level, added).",
    ),
    "option_unknown": (
        "面板：地区表中没有的地区：refuse（拒绝，默认）、set_aside（不计，逐行列出）。",
        "Panel: regions that the table of regions has not: refuse (unless stated) or set_aside "
        "(left out, and listed).",
    ),
    "option_region_column": (
        "面板：地区代码所在的列；默认依通常的列名，如 地区、代码、region。",
        "Panel: the column of region codes; found by its usual names (region, code) unless stated.",
    ),
    "option_period_column": (
        "面板：时期所在的列；默认依通常的列名，如 月份、年份、period。",
        "Panel: the column of periods; found by its usual names (period, month) unless stated.",
    ),
    "option_places": (
        "面板：浮点数列的小数位数，如 开工面积=2；可重复。",
        "Panel: decimal places of a column of floats, as in started_area=2; can be repeated.",
    ),
    # refusals
    "panel_only": (
        "选项 {name} 只用于面板：请同时用 --regions 指定地区表",
        "option {name} is for panels: name the table of regions with --regions",
    ),
    "panel_not_here": (
        "选项 {name} 不用于面板（已指定 --regions）",
        "option {name} is not for panels (--regions is given)",
    ),
    "panel_needs_out": (
        "面板的结果要写入文件：请用 --out 指定 .parquet、.csv 或 .xlsx 文件",
        "the result of a panel is a file: name it with --out, .parquet, .csv or .xlsx",
    ),
    "panel_bad_places": (
        "选项 --places 应写成 “列=位数”，如 开工面积=2，而不是 “{value}”",
        "option --places must be written COLUMN=NUMBER, such as started_area=2, not '{value}'",
    ),
    "panel_package": (
        "没有安装 {package}：请执行 pip install edustat[panel]",
        "{package} is not installed: pip install edustat[panel]",
    ),
    "panel_input": (
        "不能读取“{path}”：面板、地区表和地区组表应为 .parquet 或 .csv 文件",
        "cannot read '{path}': a panel, its regions and its groups are .parquet or .csv files",
    ),
    "panel_encoding": (
        "{place}: 文本不是 {encoding} 编码：请用 --encoding 指定其编码，如 gb18030",
        "{place}: the text is not {encoding}: name its encoding with --encoding, such as gb18030",
    ),
    "panel_output": (
        "不能写成“{path}”：结果应为 .parquet、.csv 或 .xlsx 文件",
        "cannot write '{path}': a result is a .parquet, .csv or .xlsx file",
    ),
    "panel_no_folder": ("没有文件夹“{path}”", "there is no folder '{path}'"),
    "panel_overwrite": (
        "“{path}”已经存在，又不是本命令写成的结果：请另取文件名，或先将它移走",
        "'{path}' is there already and is no result of this command: name another file, or move it "
        "away first",
    ),
    "panel_unwritable": ("无法写入文件“{path}”：{reason}", "cannot write file '{path}': {reason}"),
    "panel_too_long": (
        "结果有 {rows} 行，一张工作表最多 {most} 行：请写成 .parquet 或 .csv，"
        "或用 --level、--period 限定",
        "the result has {rows} rows, a worksheet holds {most}: write .parquet or .csv, or ask for "
        "less with --level and --period",
    ),
    "panel_no_key": (
        "{option}：没有一列是通常的列名，请指定其一：{known}",
        "{option}: no column has one of the usual names, name one of: {known}",
    ),
    "panel_no_column": (
        "选项 {option}：没有列“{name}”，可用的有：{known}",
        "option {option}: there is no column '{name}', known are: {known}",
    ),
    "panel_no_places_column": (
        "选项 --places：没有列“{name}”，可用的有：{known}",
        "option --places: there is no column '{name}', known are: {known}",
    ),
    "panel_no_level": (
        "没有层级“{name}”，可用的有：{known}",
        "there is no level '{name}', known are: {known}",
    ),
    "panel_no_period": (
        "没有时期“{name}”的数据，可用的有：{known}",
        "there is nothing for period '{name}', known are: {known}",
    ),
    "panel_no_measure": (
        "没有一列是目录 {catalogue} 的基础指标；表中的列：{columns}；目录中的指标：{known}",
        "no column is a measure of catalogue {catalogue}; the columns are: {columns}; its measures "
        "are: {known}",
    ),
    "panel_places_remedy": (
        "请用 --places {name}=位数 写明，或以整数、定点小数（decimal）重新写出该表",
        "state them with --places {name}=NUMBER, or write the table again with whole numbers or "
        "decimals",
    ),
    "panel_row_hint": (
        "（行号从列名行之下的 1 算起）",
        "(rows are counted from 1 below the head)",
    ),
    "panel_in_file": ("{path} 中：", "in {path}:"),
    # steps
    "panel_step_read": ("读取数据", "reading facts"),
    "panel_step_add": ("逐级汇总", "adding up"),
    "panel_step_evaluate": ("计算指标", "computing indicators"),
    # what is shown
    "panel_read": (
        "读入 {rows} 行：{regions} 个地区，{periods} 个时期（{first} 至 {last}）",
        "Read {rows} rows: {regions} regions in the tree, {periods} periods ({first} to {last})",
    ),
    "panel_highest": ("{level}（{period}）", "{level} ({period})"),
    "panel_more": ("  另有 {count} 行，见 {path}", "  {count} more in {path}"),
    "panel_gaps": ("没有数值的单元：{count}，共 {all}", "Cells without a value: {count} of {all}"),
    "panel_left_out": ("未计入", "Left out"),
    "panel_column": ("列 {name}：{reason}", "column {name}: {reason}"),
    "panel_not_in_catalogue": ("目录中没有", "not in the catalogue"),
    "panel_is_indicator": (
        "派生指标，由基础指标重新计算",
        "an indicator, computed from its measures",
    ),
    "panel_rows_aside": (
        "{count} 行，其地区不在地区表中",
        "{count} rows whose region the tree has not",
    ),
    "panel_indicators_out": (
        "{count} 个派生指标，表中没有所需的数",
        "{count} indicators for which the table has not what they need",
    ),
    "panel_needs": ("{name}：缺少 {needs}", "{name}: needs {needs}"),
    "panel_and": ("、", " and "),
    "panel_differences": (
        "上报合计与汇总数不一致或无法对照：{count}",
        "Reported totals that differ from what adds up, or cannot be compared: {count}",
    ),
    "panel_more_points": ("另有 {count} 项", "{count} more"),
    "panel_long_numbers": (
        "{count} 个数超过 15 位，工作簿会丢失末位，已写成文本",
        "{count} numbers have more than 15 digits, of which a workbook loses the last: written as "
        "text",
    ),
    "panel_written": ("已写入 {path}：{rows} 行", "Wrote {path}: {rows} rows"),
    "col_region": ("地区", "region"),
    "col_total": ("数值", "value"),
    "col_coverage": ("已报/应报", "known of due"),
    "col_measures": ("基础指标", "measures"),
    "col_computed": ("派生指标", "indicators"),
    "panel_with_status": ("{value}（{status}）", "{value} ({status})"),
    # the workbook
    "sheet": ("结果", "result"),
    "head_region": ("地区代码", "region"),
    "head_region_name": ("地区", "region name"),
    "head_level": ("层级", "level"),
    "head_period": ("时期", "period"),
    "head_item": ("指标代码", "item"),
    "head_label": ("指标", "label"),
    "head_value": ("数值", "value"),
    "head_unit": ("单位", "unit"),
    "head_status": ("状态", "status"),
    "head_known": ("已报", "known"),
    "head_due": ("应报", "due"),
    "status_complete": ("完整", "complete"),
    "status_partial": ("不完整", "partial"),
    "status_missing": ("缺报", "missing"),
    "status_not_applicable": ("不适用", "not applicable"),
    "status_suppressed": ("不公布", "suppressed"),
    "status_undefined": ("无意义", "undefined"),
    "status_not_comparable": ("口径不可比", "not comparable"),
}
