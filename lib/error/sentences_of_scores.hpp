// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "error/sentence.hpp"

namespace edustat::detail {

/// The codes of scores and weights.
inline constexpr std::array sentences_of_scores{
    Sentence{
        ErrorCode::gap_in_scores, "gap_in_scores",
        "{0}：第 {1} 行第 {2} 列空缺，此方法不接受空缺，空缺也不作 0 处理",
        "{0}: row {1}, column {2} is a gap, which this method does not take and which is never "
        "0"},
    Sentence{ErrorCode::score_cell_refused, "score_cell_refused",
             "{0}：第 {2} 行第 {3} 列的值 {1} 不合要求，应为 {4}",
             "{0}: row {2}, column {3} holds {1}, expected {4}"},
    Sentence{
        ErrorCode::zero_range, "zero_range",
        "{0}：第 {1} 列各行均为 {2}，没有差异，无法计算：请删去该列，或用 zero_range 说明如何处理",
        "{0}: every row of column {1} is {2}, so it tells nothing apart: leave it out, or say "
        "with zero_range what it gives"},
    Sentence{ErrorCode::no_differences, "no_differences",
             "{0}：第 {1} 列各行均为 {2}，没有差异，无法计算：请删去该列",
             "{0}: every row of column {1} is {2}, so it tells nothing apart: leave it out"},
    Sentence{ErrorCode::no_weights, "no_weights",
             "{0}：各列或没有差异，或与其他列相同，无法确定权重",
             "{0}: every column is without differences or repeats the others, so there are no "
             "weights"},
    Sentence{ErrorCode::beyond_range, "beyond_range",
             "{0}：计算超出双精度数的范围：数的绝对值应在 {1} 至 {2} 之间",
             "{0}: the result is beyond the range of a double: give numbers whose size is between "
             "{1} and {2}"},
    Sentence{ErrorCode::wrong_count, "wrong_count", "{0} 有 {1} 个，应为 {2} 个",
             "{1} {0} were given, {2} are expected"},
    Sentence{ErrorCode::score_option_refused, "score_option_refused", "{0} 不能为 {1}，应为 {2}",
             "{0} cannot be {1}, expected {2}"},
    Sentence{ErrorCode::not_reciprocal, "not_reciprocal",
             "判断矩阵第 {0} 行第 {1} 列为 {2}，对称位置为 {3}，二者应互为倒数：请写作分数，如 1/3",
             "the judgement in row {0}, column {1} is {2} and the one across the diagonal is {3}, "
             "they must be reciprocal: write fractions, such as 1/3"},
    Sentence{
        ErrorCode::inconsistent_judgements, "inconsistent_judgements",
        "判断矩阵的一致性比例为 {0}，未低于 {1}：请修改判断，或用 inconsistent=\"report\" 仍要结果",
        "the consistency ratio of the judgements is {0}, not below {1}: revise them, or ask for "
        "the result nevertheless with inconsistent=\"report\""},
    Sentence{ErrorCode::no_random_index, "no_random_index",
             "随机一致性指标表 {1} 只有 {2} 至 {3} 阶，没有 {0} 阶",
             "the random indices {1} are published for {2} to {3} items, not for {0}"},
    Sentence{
        ErrorCode::no_interval_ranks, "no_interval_ranks",
        "无量纲化方法 {0} 不是单调的，不能由数据区间推出名次区间：可用 min_max、rank、goalposts "
        "或 target",
        "normalisation {0} is not monotone, so intervals of the inputs give no interval of "
        "ranks: use min_max, rank, goalposts or target"},
    Sentence{ErrorCode::repeated_node, "repeated_node", "指标体系中“{0}”出现多次",
             "node '{0}' stands in the structure more than once"},
    Sentence{ErrorCode::unknown_node, "unknown_node", "指标体系中没有“{0}”的上级“{1}”",
             "node '{0}' stands below '{1}', which is not in the structure"},
    Sentence{ErrorCode::several_indices, "several_indices",
             "指标体系应有且只有一个没有上级的总指数，现有：{0}",
             "a structure has exactly one index, a node without parent, found: {0}"},
    Sentence{ErrorCode::cyclic_nodes, "cyclic_nodes", "指标体系中“{0}”是自己的上级",
             "node '{0}' of the structure stands above itself"},
};

}  // namespace edustat::detail
