// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/error/error.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace edustat::detail {

/// What is said about one code. `{0}`, `{1}` ... stand for the arguments of the fault.
struct Sentence {
  ErrorCode code;
  std::string_view name;
  std::string_view zh;
  std::string_view en;
};

/// One sentence per code, in the order of the codes.
inline constexpr std::array sentences{
    // text of numbers and figures
    Sentence{ErrorCode::empty_text, "empty_text", "文本为空，此处应有内容",
             "the text is empty, a value is expected"},
    Sentence{ErrorCode::invalid_utf8, "invalid_utf8",
             "字节 0x{0} 不符合 UTF-8 编码，请将文本另存为 UTF-8",
             "byte 0x{0} is not valid UTF-8, save the text as UTF-8"},
    Sentence{
        ErrorCode::forbidden_character, "forbidden_character",
        "不允许使用字符 {0}（不可见字符或文字方向控制符），请删除",
        "character {0} is not allowed because it is invisible or reverses the text, remove it"},
    Sentence{ErrorCode::malformed_number, "malformed_number",
             "无法把“{0}”读作数，数的写法如 -12.50",
             "cannot read '{0}' as a number such as -12.50"},
    Sentence{ErrorCode::malformed_hexadecimal, "malformed_hexadecimal",
             "无法把“{0}”读作十六进制整数，应如 -1f",
             "cannot read '{0}' as a whole number in hexadecimal such as -1f"},
    Sentence{ErrorCode::bad_grouping, "bad_grouping",
             "无法把“{0}”读作数：分节号应每三位一个，如 1,234,567",
             "cannot read '{0}' as a number: separators must stand before every group of three "
             "digits, as in 1,234,567"},
    Sentence{ErrorCode::too_many_digits, "too_many_digits", "数的位数超过 {0} 位的上限",
             "the number has more than {0} digits"},
    Sentence{ErrorCode::text_too_long, "text_too_long", "文本长 {0} 字节，最多允许 {1} 字节",
             "the text has {0} bytes, at most {1} are allowed"},
    Sentence{ErrorCode::exponent_too_large, "exponent_too_large",
             "指数 {0} 超出允许范围 -{1} 至 {1}", "exponent {0} is outside -{1} to {1}"},
    Sentence{ErrorCode::scale_word_order, "scale_word_order",
             "无法把“{0}”读作数：数位词应由大到小排列，如 3亿5000万",
             "cannot read '{0}' as a number: scale words must go from large to small, as in "
             "3亿5000万"},
    Sentence{ErrorCode::meaningless_decrease, "meaningless_decrease",
             "“{0}”没有意义：减少一倍即为零，请改用百分数，如“减少50%”",
             "'{0}' has no meaning: less by one time is already nothing, state a percentage such "
             "as 减少50%"},
    Sentence{ErrorCode::malformed_figure, "malformed_figure",
             "无法把“{0}”读作统计数字，应为数后接单位，如 176.4万平方米",
             "cannot read '{0}' as a figure: a number and its unit are expected, such as "
             "176.4万平方米"},
    Sentence{ErrorCode::last_place_mismatch, "last_place_mismatch",
             "“{0}”含有比所声明的末位单位 {1} 更小的数位",
             "'{0}' has digits below its declared last place {1}"},
    Sentence{ErrorCode::unknown_name, "unknown_name", "没有名称“{0}”，可用的有：{1}",
             "there is no name '{0}', known are: {1}"},
    // values
    Sentence{ErrorCode::float_refused, "float_refused",
             "不能把浮点数 {0} 当作精确数：请改用整数、分数、十进制数或文本，"
             "或用 from_double 并写明小数位数",
             "cannot take the float {0} as an exact number: pass an int, a Fraction, a Decimal or "
             "a text, or state the places with from_double"},
    Sentence{ErrorCode::bool_refused, "bool_refused", "不能把真假值 {0} 当作数",
             "cannot take the truth value {0} as a number"},
    Sentence{ErrorCode::number_type_refused, "number_type_refused",
             "不能把 {0} 当作精确数：请改用 int、Fraction、Decimal 或文本",
             "cannot take {0} as an exact number: pass an int, a Fraction, a Decimal or a text"},
    Sentence{ErrorCode::count_expected, "count_expected", "此处应为整数个数（int），不能用 {0}",
             "a count is expected here, an int, not {0}"},
    Sentence{ErrorCode::figure_expected, "figure_expected",
             "此处应为统计数字（Figure、文本、int、Fraction 或 Decimal），不能用 {0}",
             "a figure is expected here (Figure, text, int, Fraction or Decimal), not {0}"},
    Sentence{ErrorCode::not_finite, "not_finite", "不能把 {0} 当作数：应为有限数",
             "cannot take {0} as a number: it must be finite"},
    Sentence{ErrorCode::not_exact_decimal, "not_exact_decimal",
             "{0} 不能用 {1} 位小数准确表示，请先修约或增加位数",
             "{0} cannot be written exactly with {1} decimal places, round it first or state more "
             "places"},
    Sentence{ErrorCode::division_by_zero, "division_by_zero", "{0} 不能除以 0",
             "cannot divide {0} by 0"},
    Sentence{ErrorCode::places_out_of_range, "places_out_of_range",
             "小数位数 {0} 超出允许范围 -{1} 至 {1}", "{0} decimal places are outside -{1} to {1}"},
    Sentence{ErrorCode::power_out_of_range, "power_out_of_range",
             "幂指数 {0} 超出允许范围 -{1} 至 {1}", "power {0} is outside -{1} to {1}"},
    Sentence{ErrorCode::number_too_large, "number_too_large", "数 {0} 过大，最多允许 {1}",
             "number {0} is too large, at most {1} is allowed"},
    Sentence{ErrorCode::bad_step, "bad_step", "不能按间隔 {0} 修约：修约间隔应大于 0",
             "cannot round to multiples of {0}: the step must be above 0"},
    Sentence{ErrorCode::empty_interval, "empty_interval",
             "区间 {0} 不含任何数：下端应小于上端，两端相等时应均为闭端",
             "interval {0} contains no number: the lower end must be below the upper end, equal "
             "ends must both be closed"},
    Sentence{ErrorCode::malformed_interval, "malformed_interval",
             "无法把“{0}”读作区间，应如 [1/2, 3/4) 或 (-inf, 7]",
             "cannot read '{0}' as an interval such as [1/2, 3/4) or (-inf, 7]"},
    // units
    Sentence{ErrorCode::unknown_unit, "unknown_unit",
             "没有单位“{0}”，请核对写法或在指标目录的 [unit] 表中定义",
             "there is no unit '{0}', check the spelling or define it in table [unit] of a "
             "catalogue"},
    Sentence{ErrorCode::mixed_units, "mixed_units",
             "“{0}”与“{2}”不能做 {1} 运算：量纲分别为 {3} 和 {4}",
             "cannot compute '{0}' {1} '{2}': the dimensions are {3} and {4}"},
    Sentence{ErrorCode::malformed_unit, "malformed_unit",
             "无法把“{0}”读作单位，应为单位词的乘积或商，如 元/平方米",
             "cannot read '{0}' as a unit: a product or quotient of unit words is expected, such "
             "as 元/平方米"},
    Sentence{ErrorCode::duplicate_unit, "duplicate_unit", "单位“{0}”已有定义，不能再作他用",
             "unit '{0}' is already defined otherwise"},
    Sentence{ErrorCode::bad_factor, "bad_factor", "单位“{0}”的换算系数不能为 {1}，应大于 0",
             "unit '{0}' cannot have factor {1}, it must be above 0"},
    Sentence{ErrorCode::too_many_kinds, "too_many_kinds", "单位涉及 {0} 种量，最多允许 {1} 种",
             "a unit of {0} kinds is too complex, at most {1} are allowed"},
    // places
    Sentence{ErrorCode::malformed_period, "malformed_period",
             "无法把“{0}”读作时期，应如 2017 或 2017-11",
             "cannot read '{0}' as a period such as 2017 or 2017-11"},
    Sentence{ErrorCode::malformed_scope, "malformed_scope",
             "无法把“{0}”读作范围，应为地区、地区组或二者的补集",
             "cannot read '{0}' as a scope: a region, a group or a complement is expected"},
    Sentence{ErrorCode::period_without_year, "period_without_year",
             "时期“{0}”没有年份：请写明年份，如 截至2016年11月底",
             "period '{0}' names no year: write the year, as in 截至2016年11月底 or @2016-11"},
    Sentence{ErrorCode::period_ends_early, "period_ends_early", "时期“{0}”的终点早于起点",
             "period '{0}' ends before it begins"},
    Sentence{ErrorCode::no_containing_scope, "no_containing_scope",
             "“{0}”没有写明所属范围，无从得知其余部分：请写成如 邯郸市>!7个扶贫县",
             "'{0}' is written in no containing scope, so it has no rest: write it as in "
             "邯郸市>!7个扶贫县"},
    // formulas
    Sentence{ErrorCode::malformed_formula, "malformed_formula",
             "公式在“{0}”的 ▲ 处无法解读，应为 {1}",
             "cannot read the formula '{0}' at ▲, expected {1}"},
    Sentence{ErrorCode::operand_expected, "operand_expected",
             "公式在“{0}”的 ▲ 处无法解读，应为数、指标名或“(”",
             "cannot read the formula '{0}' at ▲, expected a number, a name or ("},
    Sentence{ErrorCode::operator_expected, "operator_expected",
             "公式在“{0}”的 ▲ 处无法解读，应为运算符、“)”或公式结尾",
             "cannot read the formula '{0}' at ▲, expected an operator, ) or the end"},
    Sentence{ErrorCode::exponent_expected, "exponent_expected",
             "公式在“{0}”的 ▲ 处无法解读，幂指数应为整数，如 2 或 -1",
             "cannot read the formula '{0}' at ▲, expected a whole exponent such as 2 or -1"},
    Sentence{ErrorCode::name_expected, "name_expected",
             "公式在“{0}”的 ▲ 处无法解读，应为名称（含其他字符的名称加单引号）",
             "cannot read the formula '{0}' at ▲, expected a name, in single quotes where it has "
             "other characters"},
    Sentence{ErrorCode::repeated_dimension, "repeated_dimension", "分类维度“{0}”在同一引用中重复",
             "dimension '{0}' stands twice in one reference"},
    Sentence{ErrorCode::formula_too_long, "formula_too_long", "公式长 {0} 字节，最多允许 {1} 字节",
             "the formula has {0} bytes, at most {1} are allowed"},
    Sentence{ErrorCode::formula_too_deep, "formula_too_deep", "公式嵌套过深，最多允许 {0} 层",
             "the formula is nested too deeply, at most {0} levels are allowed"},
    Sentence{ErrorCode::not_a_relation, "not_a_relation",
             "“{0}”不是关系式：两个公式之间应有 == <= >= < > 之一",
             "'{0}' is not a relation: one of == <= >= < > must join two formulas"},
    Sentence{ErrorCode::not_a_formula, "not_a_formula", "“{0}”是关系式，此处应为公式",
             "'{0}' is a relation, a formula is expected"},
    Sentence{ErrorCode::missing_input, "missing_input", "没有给出“{0}”的数值",
             "no value is given for '{0}'"},
    Sentence{ErrorCode::unused_input, "unused_input", "给出了“{0}”，但关系式中没有这一名称",
             "'{0}' is given but does not occur in the relation"},
    Sentence{ErrorCode::reserved_name, "reserved_name", "“{0}”是保留名称，不能用作指标名",
             "'{0}' is a reserved name and cannot name a figure"},
    Sentence{
        ErrorCode::needs_panel, "needs_panel",
        "“{0}”引用了其他时期或范围，单份公报无法计算，需用面板数据",
        "'{0}' refers to another period or scope, which needs a panel instead of one bulletin"},
    // catalogues
    Sentence{ErrorCode::malformed_toml, "malformed_toml",
             "指标目录不符合 TOML "
             "语法，请检查此处的等号、引号、括号和重复的键（读取程序的英文原文：{0}）",
             "cannot read the catalogue as TOML: {0}"},
    Sentence{ErrorCode::unknown_key, "unknown_key", "没有键“{0}”，可用的有：{1}",
             "there is no key '{0}', known are: {1}"},
    Sentence{ErrorCode::missing_key, "missing_key", "“{1}”缺少键“{0}”",
             "key '{0}' is missing in '{1}'"},
    Sentence{ErrorCode::wrong_type, "wrong_type", "键“{0}”的类型应为 {1}",
             "key '{0}' must be of type {1}"},
    Sentence{ErrorCode::bare_float, "bare_float",
             "键“{0}”的小数应写成加引号的文本，如 \"0.1\"：浮点数不精确",
             "key '{0}' must hold its decimal as quoted text such as \"0.1\": a float is not "
             "exact"},
    Sentence{ErrorCode::unknown_format, "unknown_format", "没有格式“{0}”，可用的有：{1}",
             "there is no format '{0}', known are: {1}"},
    Sentence{ErrorCode::unknown_catalogue, "unknown_catalogue", "没有指标目录“{0}”，可用的有：{1}",
             "there is no catalogue '{0}', known are: {1}"},
    Sentence{ErrorCode::unknown_item, "unknown_item", "指标目录中没有“{0}”",
             "the catalogue has no item '{0}'"},
    Sentence{ErrorCode::unknown_item_near, "unknown_item_near",
             "指标目录中没有“{0}”，相近的有：{1}",
             "the catalogue has no item '{0}', similar names are: {1}"},
    Sentence{ErrorCode::unknown_category, "unknown_category", "“{1}”没有分类“{0}”",
             "'{1}' has no category '{0}'"},
    Sentence{ErrorCode::duplicate_item, "duplicate_item", "“{0}”重复定义且内容不同，另一处为 {1}",
             "'{0}' is defined twice with different content, the other place is {1}"},
    Sentence{ErrorCode::cyclic_formula, "cyclic_formula", "公式循环引用：{0}",
             "formulas refer to each other in a circle: {0}"},
    Sentence{ErrorCode::cyclic_subset, "cyclic_subset",
             "“其中”项（subset_of）循环包含，整体不能又是自己的部分：{0}",
             "measures are parts of each other in a circle (subset_of): {0}"},
    Sentence{ErrorCode::unit_mismatch, "unit_mismatch", "“{0}”声明的单位为 {1}，按公式应为 {2}",
             "'{0}' declares unit {1}, its formula gives {2}"},
    Sentence{ErrorCode::bad_value, "bad_value", "键“{0}”的值“{1}”不合要求，应为 {2}",
             "key '{0}' cannot hold '{1}', expected {2}"},
    // facts
    Sentence{ErrorCode::unknown_column, "unknown_column",
             "没有列“{0}”，可用的有（最相近的在前）：{1}",
             "there is no column '{0}', known are, the nearest first: {1}"},
    Sentence{ErrorCode::missing_column, "missing_column", "缺少列“{0}”", "column '{0}' is missing"},
    Sentence{ErrorCode::duplicate_column, "duplicate_column", "列“{0}”出现了两次",
             "column '{0}' occurs twice"},
    Sentence{ErrorCode::malformed_csv, "malformed_csv",
             "无法把“{0}”读作 CSV：引号应成对，且只围住整个字段",
             "cannot read '{0}' as CSV: quotation marks must come in pairs and enclose a whole "
             "field"},
    Sentence{ErrorCode::wrong_field_count, "wrong_field_count", "本行有 {0} 个字段，应有 {1} 个",
             "the row has {0} fields, {1} are expected"},
    Sentence{ErrorCode::ambiguous_item, "ambiguous_item", "“{0}”可指多个指标，请写明其中之一：{1}",
             "'{0}' can mean several items, write one of: {1}"},
    Sentence{ErrorCode::likely_encoding, "likely_encoding",
             "文本不是 UTF-8，编码很可能是 {0}：请另存为“CSV UTF-8”，或在读取时指定 "
             "encoding=\"{0}\"",
             "the text is not UTF-8, its encoding is probably {0}: save it as \"CSV UTF-8\", or "
             "read it with encoding=\"{0}\""},
    Sentence{ErrorCode::unknown_encoding, "unknown_encoding", "没有编码“{0}”，可用的有：{1}",
             "there is no encoding '{0}', known are: {1}"},
    Sentence{ErrorCode::invalid_bytes, "invalid_bytes", "字节 0x{0} 不符合 {1} 编码",
             "byte 0x{0} is not valid {1}"},
    Sentence{ErrorCode::encoding_unavailable, "encoding_unavailable",
             "本机未安装编码 {0} 的转换表，请将文件另存为“CSV UTF-8”",
             "this system has no conversion from {0} installed, save the file as \"CSV UTF-8\""},
    Sentence{ErrorCode::wrong_separator, "wrong_separator",
             "各列用“{0}”分隔，应改用英文逗号，请另存为“CSV UTF-8”",
             "the columns are separated by '{0}' instead of a comma, save the file as \"CSV "
             "UTF-8\""},
    Sentence{ErrorCode::malformed_category, "malformed_category",
             "无法把“{0}”读作类别，应如 training_kind=disabled; stage=primary",
             "cannot read '{0}' as categories such as training_kind=disabled; stage=primary"},
    Sentence{
        ErrorCode::undeclared_mark, "undeclared_mark",
        "没有说明“{0}”表示什么：请在读取时声明（marks），或改写为 缺报、不适用、不公布、无意义 "
        "之一",
        "what '{0}' means is not declared: declare it when reading (marks), or write one of "
        "missing, not_applicable, suppressed, undefined"},
    Sentence{ErrorCode::undeclared_blank, "undeclared_blank",
             "数值为空，没有说明空白表示什么：请在读取时声明（marks），或写明 "
             "缺报、不适用、不公布、无意义 之一",
             "the figure is blank and what blank means is not declared: declare it when reading "
             "(marks), or write one of missing, not_applicable, suppressed, undefined"},
    Sentence{ErrorCode::more_faults, "more_faults", "另有 {0} 处错误未列出",
             "{0} more faults are not listed"},
    // files
    Sentence{ErrorCode::file_not_found, "file_not_found", "找不到文件“{0}”",
             "there is no file '{0}'"},
    Sentence{ErrorCode::file_unreadable, "file_unreadable", "无法读取文件“{0}”：{1}",
             "cannot read file '{0}': {1}"},
    Sentence{ErrorCode::unequal_columns, "unequal_columns",
             "列“{0}”有 {1} 行，其他列有 {2} 行，行数应相同",
             "column '{0}' has {1} rows where the others have {2}, all must be equally long"},
};

/// Every code has its sentence, at its own number.
consteval bool are_sentences_in_order() {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (static_cast<std::size_t>(sentences[i].code) != i) return false;
  }
  return true;
}
static_assert(are_sentences_in_order(),
              "a code of the enum has no sentence here, or another order");

}  // namespace edustat::detail
