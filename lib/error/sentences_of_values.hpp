// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "error/sentence.hpp"

namespace edustat::detail {

/// The first codes: numbers, figures and units.
inline constexpr std::array sentences_of_values{
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
    Sentence{ErrorCode::bad_scale, "bad_scale", "不能按倍数 {0} 换算：应大于 0",
             "cannot rescale by {0}: the scale must be above 0"},
    Sentence{ErrorCode::bad_whole, "bad_whole",
             "各部分不能合计为 {0}：总体应大于 0，并可用 {1} 位小数准确表示",
             "shares cannot add up to {0}: the whole must be above 0 and exact with {1} decimal "
             "places"},
    Sentence{ErrorCode::negative_places, "negative_places",
             "不能舍位平衡到 {0} 位小数：应为 0 或以上，要舍入到整十、整百请用 step={1}",
             "cannot balance to {0} decimal places, at least 0 are expected: for tens and more "
             "state step={1}"},
    Sentence{ErrorCode::places_and_step, "places_and_step",
             "不能既按 {0} 位小数又按间隔 {1} 修约：places 与 step 只应给出其一",
             "cannot round both to {0} decimal places and to multiples of {1}: either places or "
             "step is expected"},
    Sentence{ErrorCode::nothing_to_balance, "nothing_to_balance", "没有给出任何数，无从分配或平衡",
             "there are no figures, at least one is expected"},
    Sentence{
        ErrorCode::gap_in_figures, "gap_in_figures",
        "第 {0} 项缺数，合计无从得知：请补上，或去掉该项后只平衡其余各项",
        "figure {0} is absent, so the total is not known: give it, or leave it out and balance "
        "the others"},
    Sentence{ErrorCode::gap_in_row, "gap_in_row",
             "第 {0} 行第 {1} 项缺数，合计无从得知：表中每格都应有数",
             "row {0}: figure {1} is absent, so the totals are not known: every cell of a table is "
             "expected"},
    Sentence{ErrorCode::unequal_rows, "unequal_rows", "第 {0} 行有 {1} 格，第一行有 {2} 格，应相同",
             "row {0} has {1} cells where the first has {2}, all must be equally long"},
    Sentence{ErrorCode::rows_of_prints, "rows_of_prints",
             "印出的表应有 {0} 行（{1} 行及一行合计），实有 {2} 行",
             "prints need {0} rows ({1} and one of totals), there are {2}"},
    Sentence{ErrorCode::cells_of_prints, "cells_of_prints",
             "印出的表第 {0} 行有 {1} 格，应有 {2} 格（{3} 格及一格合计）",
             "row {0} of the prints has {1} cells, {2} are expected ({3} and one of totals)"},
    Sentence{ErrorCode::unequal_lengths, "unequal_lengths",
             "一组有 {0} 个数，另一组有 {1} 个，应相同",
             "{0} figures stand against {1}, as many are expected"},
    Sentence{ErrorCode::total_out_of_reach, "total_out_of_reach",
             "各部分不能合计为 {0}：合计应为 {1} 的整数倍，且在 {2} 与 {3} 之间",
             "the parts cannot add up to {0}: a multiple of {1} from {2} to {3} is expected"},
    Sentence{
        ErrorCode::unbalanced_table, "unbalanced_table",
        "平衡后的表中合计为 {0}，各数之和却为 {1}：这是本库的错误，不在所给的数，请告知维护者",
        "a balanced table has the total {0}, but its figures add up to {1}: this is a fault of "
        "the library, not of the figures, please report it"},
    Sentence{ErrorCode::total_out_of_range, "total_out_of_range",
             "不能分配 {0} 个名额：应为 0 至 {1}",
             "cannot divide {0} places: 0 to {1} are expected"},
    Sentence{ErrorCode::negative_weight, "negative_weight",
             "第 {1} 项的权数 {0} 小于 0，没有占比可言",
             "weight {1} is {0}, below 0, and has no share"},
    Sentence{ErrorCode::weights_without_sum, "weights_without_sum",
             "各项权数合计为 0，没有占比可言", "the weights add up to 0, so there are no shares"},
    Sentence{ErrorCode::doubtful_weight, "doubtful_weight", "第 {1} 号数的可信程度 {0} 应大于 0",
             "fact {1} has weight {0}, where more than 0 is expected"},
    Sentence{ErrorCode::no_such_fact, "no_such_fact", "没有第 {0} 号数：共 {1} 个，从 0 数起",
             "there is no fact {0}: there are {1}, counted from 0"},
    Sentence{ErrorCode::equal_claims, "equal_claims",
             "第 {0} 项的份额相等，但只余 {1} 个名额：请另定先后，或允许在前的优先",
             "parts {0} have equal claims, but {1} places are left: settle it, or let the earlier "
             "come first"},
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
             "a unit of {0} kinds is too complex, at most {1} are allowed"}};

}  // namespace edustat::detail
