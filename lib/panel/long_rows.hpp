// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "edustat/catalogue/formula.hpp"
#include "edustat/panel/table_builder.hpp"
#include "edustat/panel/totals.hpp"

#include "number/int128.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace edustat::detail {

/// Texts, each once, by the order in which they come.
class Words {
 public:
  /// The number of a text.
  std::int32_t number(const std::string& word);
  /// All of them.
  [[nodiscard]] const std::vector<std::string>& all() const noexcept { return words_; }

 private:
  std::vector<std::string> words_{};
  std::unordered_map<std::string, std::int32_t> numbers_{};
};

/// Numbers of one column of decimals, some of which are not there.
class Decimals {
 public:
  /// Room for `rows` numbers of `scale` places.
  Decimals(std::size_t rows, int scale);
  /// The number in a row. @throws LimitError (number_too_large) beyond 38 digits
  void set(std::size_t row, int128 whole, int places);
  /// Adds the column.
  void add_to(TableBuilder& builder, std::string name) &&;

 private:
  int scale_;
  std::vector<Decimal128> values_;
  std::vector<std::uint8_t> validity_;
};

/// The rows of a table of results: by period, then column of the results, then row of the totals.
class LongRows {
 public:
  /// For so many columns.
  LongRows(const Totals& totals, std::size_t columns) : totals_(totals), columns_(columns) {}

  /// How many rows there are.
  [[nodiscard]] std::size_t size() const noexcept {
    return totals_.periods().size() * columns_ * totals_.rows().size();
  }
  /// Calls body(number, period, column, row) for every row.
  template <typename Body>
  void visit(const Body& body) const {
    std::size_t number = 0;
    for (std::size_t period = 0; period < totals_.periods().size(); ++period) {
      for (std::size_t column = 0; column < columns_; ++column) {
        for (std::size_t row = 0; row < totals_.rows().size(); ++row) {
          body(number++, period, column, row);
        }
      }
    }
  }
  /// index(period, column, row) for every row.
  template <typename Index>
  [[nodiscard]] std::vector<std::int32_t> indices(const Index& index) const {
    std::vector<std::int32_t> indices(size());
    visit([&](std::size_t number, std::size_t period, std::size_t column, std::size_t row) {
      indices[number] = index(period, column, row);
    });
    return indices;
  }
  /// Adds level, code, name, parent and period.
  void add_keys(TableBuilder& builder) const;
  /// Adds a column of texts, one for each column of the results.
  void add_words(TableBuilder& builder, std::string name,
                 const std::vector<std::string>& by_column) const;
  /// Adds a column for each dimension, with the codes of each column of the results.
  void add_categories(TableBuilder& builder,
                      const std::vector<std::vector<Reference::Category>>& by_column) const;
  /// Adds the words of statuses, given by period and column.
  template <typename Statuses>
  void add_statuses(TableBuilder& builder, const Statuses& statuses) const {
    add_statuses(builder, indices([&](std::size_t period, std::size_t column, std::size_t row) {
                   return static_cast<std::int32_t>(statuses(period, column)[row]);
                 }));
  }

 private:
  static void add_statuses(TableBuilder& builder, std::vector<std::int32_t> statuses);

  const Totals& totals_;
  std::size_t columns_;
};

}  // namespace edustat::detail
