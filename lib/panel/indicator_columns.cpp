// SPDX-License-Identifier: Apache-2.0
#include "panel/indicator_columns.hpp"

#include "edustat/error/error.hpp"

#include "panel/compiled_formula.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace edustat::detail {
namespace {

using Categories = std::vector<Reference::Category>;

/// The asked indicators, by address.
std::set<const Indicator*> find_asked(const Catalogue& catalogue,
                                      const std::vector<std::string>& asked) {
  std::set<const Indicator*> found;
  std::vector<Fault> faults;
  for (const std::string& name : asked) {
    try {
      const Catalogue::Item item = catalogue.find(name);
      if (const auto* indicator = std::get_if<const Indicator*>(&item)) {
        found.insert(*indicator);
      } else {
        faults.push_back(Fault{ErrorCode::unknown_item, {name}});
      }
    } catch (const CodeError& error) {
      faults.insert(faults.end(), error.faults().begin(), error.faults().end());
    }
  }
  if (!faults.empty()) throw CodeError(std::move(faults));
  return found;
}

class ColumnChooser {
 public:
  explicit ColumnChooser(Indicators::Data& data)
      : data_(data), compiler_(data.totals(), data.catalogue, data.binding) {}

  /// Adds the columns of one indicator; says whether there is any.
  bool add(const Indicator& indicator) {
    std::vector<Fault> faults;
    std::size_t added = 0;
    for (const Reference::Category& code : codes_that_occur(indicator)) {
      added += static_cast<std::size_t>(add(indicator, {code}, faults));
    }
    // Where codes occur, what is missing for the whole is no lack.
    std::vector<Fault> whole;
    const bool has_codes = added != 0 || !faults.empty();
    if (!has_codes || !uses_total(indicator))
      added += static_cast<std::size_t>(add(indicator, {}, whole));
    if (!has_codes || is_refused(whole)) faults.insert(faults.end(), whole.begin(), whole.end());
    faults_.insert(faults_.end(), faults.begin(), faults.end());
    return added != 0;
  }

  /// Why indicators were left out.
  std::vector<Fault> take_faults() { return std::move(faults_); }

  void finish() {
    data_.leaves.assign(compiler_.leaves().begin(), compiler_.leaves().end());
    for (std::size_t i = 0; i < compiled_.size(); ++i) {
      const Indicator& indicator = *data_.indicators[i];
      const Rational scale =
          Rational::power_of_ten(data_.columns[i].places) / indicator.unit.factor();
      data_.formulas.emplace_back(std::move(compiled_[i]),
                                  FormulaColumn::Shown{indicator.rounding, scale}, data_.totals(),
                                  data_.leaves);
    }
  }

 private:
  static bool is_refused(const std::vector<Fault>& faults) {
    return std::any_of(faults.begin(), faults.end(),
                       [](const Fault& fault) { return fault.code != ErrorCode::missing_series; });
  }

  static bool uses_total(const Indicator& indicator) {
    const auto references = indicator.formula.references();
    return std::any_of(references.begin(), references.end(), [](const Reference& reference) {
      return reference.relative == Reference::Relative::total;
    });
  }

  /// The codes of the indicator's lists that some series has which the formula reads.
  Categories codes_that_occur(const Indicator& indicator) const {
    Categories codes;
    for (const std::string& dimension : indicator.dimensions) {
      for (const Code& code : data_.catalogue.code_list(dimension).codes) {
        const Reference::Category category{dimension, code.id};
        if (occurs(indicator, category)) codes.push_back(category);
      }
    }
    return codes;
  }
  bool occurs(const Indicator& indicator, const Reference::Category& category) const {
    const auto references = indicator.formula.references();
    return std::any_of(references.begin(), references.end(), [&](const Reference& reference) {
      const Catalogue::Item item = data_.catalogue.find(reference.item);
      if (const auto* inner = std::get_if<const Indicator*>(&item)) {
        return occurs(**inner, category);
      }
      return data_.binding.has_code(reference.item, category);
    });
  }

  bool add(const Indicator& indicator, const Categories& categories, std::vector<Fault>& faults) {
    Compilation compilation = compiler_.compile(indicator, categories);
    Indicators::Column column{indicator.full_id(),
                              categories,
                              label_of(indicator, categories),
                              indicator.unit,
                              indicator.places.value_or(2),
                              indicator.rounding,
                              indicator.formula_text};
    if (!compilation.absent.empty()) {
      std::string absent;
      for (const std::string& one : compilation.absent) {
        absent += (absent.empty() ? "" : ", ") + one;
      }
      faults.push_back(Fault{ErrorCode::missing_series, {column.name(), absent}});
      return false;
    }
    faults.insert(faults.end(), compilation.faults.begin(), compilation.faults.end());
    if (!compilation.faults.empty()) return false;
    data_.indicators.push_back(&indicator);
    data_.columns.push_back(std::move(column));
    compiled_.push_back(std::move(compilation.formula));
    return true;
  }

  Label label_of(const Indicator& indicator, const Categories& categories) const {
    Label label = indicator.label;
    for (const Reference::Category& category : categories) {
      for (const Code& code : data_.catalogue.code_list(category.dimension).codes) {
        if (code.id != category.code) continue;
        label.zh += "（" + code.label.zh + "）";
        label.en += " (" + code.label.en + ")";
      }
    }
    return label;
  }

  Indicators::Data& data_;
  FormulaCompiler compiler_;
  std::vector<CompiledFormula> compiled_;
  std::vector<Fault> faults_;
};

}  // namespace

void choose_columns(Indicators::Data& data, const std::vector<std::string>& asked) {
  const std::set<const Indicator*> wanted = find_asked(data.catalogue, asked);
  ColumnChooser chooser(data);
  bool has_all = true;
  for (const Indicator& indicator : data.catalogue.indicators()) {
    if (!asked.empty() && wanted.count(&indicator) == 0) continue;
    const bool has_any = chooser.add(indicator);
    has_all = has_all && has_any;
  }
  data.left_out = chooser.take_faults();
  if (!asked.empty() && !has_all) throw StructureError(data.left_out);
  chooser.finish();
}

}  // namespace edustat::detail
