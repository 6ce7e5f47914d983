// SPDX-License-Identifier: Apache-2.0
#include "panel/long_rows.hpp"

#include "edustat/error/error.hpp"

#include "number/wide.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace edustat::detail {
namespace {

constexpr int most_digits = 38;  // of a decimal128

constexpr auto powers_of_ten = [] {
  std::array<int128, most_digits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}();

int128 power_of_ten(int exponent) {
  return powers_of_ten[static_cast<std::size_t>(std::max(exponent, 0))];
}

}  // namespace

std::int32_t Words::number(const std::string& word) {
  const auto [found, is_new] = numbers_.emplace(word, static_cast<std::int32_t>(words_.size()));
  if (is_new) words_.push_back(word);
  return found->second;
}

Decimals::Decimals(std::size_t rows, int scale)
    : scale_(scale), values_(rows), validity_((rows + 7) / 8) {}

void Decimals::set(std::size_t row, int128 whole, int places) {
  const int shift = scale_ - places;
  int128 scaled = 0;
  const bool fits = shift <= most_digits &&
                    !__builtin_mul_overflow(whole, power_of_ten(shift), &scaled) &&
                    magnitude(scaled) < magnitude(power_of_ten(most_digits));
  if (!fits) {
    const Rational value = to_rational(whole) * Rational::power_of_ten(-places);
    throw LimitError(Fault{ErrorCode::number_too_large, {value.to_string(), "10^38"}});
  }
  values_[row] = {static_cast<std::uint64_t>(scaled), static_cast<std::int64_t>(scaled >> 64)};
  validity_[row / 8] |= static_cast<std::uint8_t>(1U << (row % 8));
}

void Decimals::add_to(TableBuilder& builder, std::string name) && {
  builder.add_decimal128(std::move(name), most_digits, scale_, std::move(values_),
                         std::move(validity_));
}

void LongRows::add_keys(TableBuilder& builder) const {
  const std::span<const Totals::Row> rows = totals_.rows();
  Words levels;
  Words codes;
  Words names;
  std::vector<std::int32_t> level_of;
  std::vector<std::int32_t> code_of;
  std::vector<std::int32_t> name_of_row;
  for (const Totals::Row& row : rows) {
    level_of.push_back(row.level.empty() ? -1 : levels.number(row.level));
    code_of.push_back(codes.number(row.code));
    name_of_row.push_back(names.number(row.name));
  }
  const auto by_row = [&](const std::vector<std::int32_t>& numbers) {
    return indices([&](std::size_t, std::size_t, std::size_t row) { return numbers[row]; });
  };
  builder.add_dictionary("level", by_row(level_of), levels.all())
      .add_dictionary("code", by_row(code_of), codes.all())
      .add_dictionary("name", by_row(name_of_row), names.all());
  builder.add_dictionary(
      "parent", indices([&](std::size_t period, std::size_t, std::size_t row) {
        const std::int32_t parent = totals_.parents(period)[row];
        return parent == Totals::no_parent ? -1 : code_of[static_cast<std::size_t>(parent)];
      }),
      codes.all());
  std::vector<std::string> periods;
  for (const Period& period : totals_.periods()) periods.push_back(period.to_string());
  builder.add_dictionary("period", indices([](std::size_t period, std::size_t, std::size_t) {
                           return static_cast<std::int32_t>(period);
                         }),
                         periods);
}

void LongRows::add_words(TableBuilder& builder, std::string name,
                         const std::vector<std::string>& by_column) const {
  Words words;
  std::vector<std::int32_t> numbers;
  for (const std::string& word : by_column) numbers.push_back(words.number(word));
  builder.add_dictionary(
      std::move(name),
      indices([&](std::size_t, std::size_t column, std::size_t) { return numbers[column]; }),
      words.all());
}

void LongRows::add_categories(
    TableBuilder& builder, const std::vector<std::vector<Reference::Category>>& by_column) const {
  Words dimensions;
  for (const auto& categories : by_column) {
    for (const Reference::Category& category : categories) dimensions.number(category.dimension);
  }
  for (const std::string& dimension : dimensions.all()) {
    Words codes;
    std::vector<std::int32_t> numbers;
    for (const auto& categories : by_column) {
      std::int32_t number = -1;
      for (const Reference::Category& category : categories) {
        if (category.dimension == dimension) number = codes.number(category.code);
      }
      numbers.push_back(number);
    }
    builder.add_dictionary(dimension, indices([&](std::size_t, std::size_t column, std::size_t) {
                             return numbers[column];
                           }),
                           codes.all());
  }
}

void LongRows::add_statuses(TableBuilder& builder, std::vector<std::int32_t> statuses) {
  std::vector<std::string> words;
  for (auto status = CellStatus::complete; status <= CellStatus::not_comparable;
       status = static_cast<CellStatus>(static_cast<int>(status) + 1)) {
    words.emplace_back(name_of(status, Language::en));
  }
  builder.add_dictionary("status", std::move(statuses), words);
}

}  // namespace edustat::detail
