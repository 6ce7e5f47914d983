// SPDX-License-Identifier: Apache-2.0
#include "catalogue/catalogue_reader.hpp"

#include "catalogue/builtin.hpp"
#include "catalogue/formula_resolver.hpp"

#include <algorithm>
#include <utility>

namespace edustat {

Catalogue CatalogueReader::read(std::string_view text, std::string_view name) {
  detail::Faults faults;
  CatalogueReader reader(detail::read_declaration(text, name, faults), faults);
  std::shared_ptr<Catalogue::Data> data = reader.build();
  faults.raise_any();
  return Catalogue(std::move(data));
}

Catalogue CatalogueReader::read_builtin(std::string_view id) {
  std::string known;
  for (const builtin::Source& source : builtin::sources()) {
    if (source.id == id) return read(source.text, std::string(id) + ".toml");
    known += (known.empty() ? "" : ", ") + std::string(source.id);
  }
  throw CodeError(Fault{ErrorCode::unknown_catalogue, {std::string(id), known}});
}

CatalogueReader::CatalogueReader(detail::Declaration declaration, detail::Faults& faults)
    : declaration_(std::move(declaration)),
      faults_(&faults),
      data_(std::make_shared<Catalogue::Data>()) {}

std::shared_ptr<Catalogue::Data> CatalogueReader::build() {
  data_->id = declaration_.id;
  data_->edition = declaration_.edition;
  data_->label = declaration_.label;
  extend();
  define_units();
  merge_code_lists();
  look_up_words();
  merge_items();
  resolve_subsets();
  resolve_formulas();
  check_roots();
  resolve_rules();
  if (has_replaced_) check_replaced();
  check_cycles();
  return data_;
}

void CatalogueReader::define(const DefinedUnit& unit, const Place& place) {
  try {
    data_->units = data_->units.define(unit.unit, unit.words);
    data_->defined_units.push_back(unit);
  } catch (const Error& error) {
    faults_->add(error, place);
  }
}

void CatalogueReader::define_units() {
  for (const detail::UnitDeclaration& declared : declaration_.units) {
    try {
      define(declared);
    } catch (const Error& error) {
      faults_->add(error, declared.symbol.place);
    }
  }
}

void CatalogueReader::define(const detail::UnitDeclaration& declared) {
  const detail::PlacedText& symbol = declared.symbol;
  if (declared.kind.has_value() == declared.base.has_value()) {
    const std::string table = "unit." + symbol.text;
    faults_->add(ErrorCode::missing_key, {"kind | unit", table}, symbol.place);
    return;
  }
  Rational factor;
  try {
    factor = Rational::parse(declared.factor.text);
  } catch (const Error& error) {
    faults_->add(error, declared.factor.place);
    return;
  }
  const auto dimension = [&] {
    if (declared.kind) return Dimension(Kind(declared.kind->text, declared.nature));
    const Unit base = data_->units.parse(declared.base->text);
    factor *= base.factor();
    return base.dimension();
  };
  const Dimension own = dimension();
  define({Unit(symbol.text, declared.symbol_en, own, factor), declared.words, symbol.place},
         symbol.place);
}

void CatalogueReader::look_up_words() {
  for (detail::MeasureDeclaration& one : declaration_.measures) {
    look_up_words(one.measure, one.words);
    if (one.words.counts) one.measure.counts = one.words.counts->text;
    if (!one.subset_of) continue;
    const bool is_full = one.subset_of->text.find('.') != std::string::npos;
    one.measure.subset_of =
        is_full ? one.subset_of->text : declaration_.id + '.' + one.subset_of->text;
  }
  for (detail::IndicatorDeclaration& one : declaration_.indicators) {
    look_up_words(one.indicator, one.words);
  }
}

template <typename Item>
void CatalogueReader::look_up_words(Item& item, const detail::ItemWords& words) {
  try {
    item.unit = data_->units.parse(words.unit.text);
    if (words.counts) item.unit = counted(item.unit, *words.counts);
  } catch (const Error& error) {
    faults_->add(error, words.unit.place);
    without_unit_.insert(item.full_id());
  }
  for (const detail::PlacedText& name : words.dimensions) {
    const CodeList* list = detail::find_code_list(data_->code_lists, name.text);
    if (list == nullptr) {
      faults_->add(ErrorCode::unknown_category, {name.text, item.full_id()}, name.place);
    } else {
      item.dimensions.push_back(list->id);
    }
  }
}

/// The unit with its only counting kind exchanged for the thing that is counted.
Unit CatalogueReader::counted(const Unit& unit, const detail::PlacedText& counts) {
  const std::vector<Dimension::Factor> factors = unit.dimension().factors();
  const auto is_count = [](const Dimension::Factor& factor) {
    return factor.kind.nature() == Kind::Nature::counting;
  };
  if (std::count_if(factors.begin(), factors.end(), is_count) != 1) {
    faults_->add(ErrorCode::bad_value, {"counts", counts.text, unit.symbol()}, counts.place);
    return unit;
  }
  try {
    Dimension dimension;
    for (const Dimension::Factor& factor : factors) {
      const Kind kind = is_count(factor) ? Kind(counts.text, Kind::Nature::counting) : factor.kind;
      dimension = dimension * Dimension(kind).pow(factor.power);
    }
    return Unit(unit.symbol(), unit.symbol(Language::en), dimension, unit.factor());
  } catch (const Error& error) {
    faults_->add(error, counts.place);
  }
  return unit;
}

}  // namespace edustat
