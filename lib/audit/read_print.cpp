// SPDX-License-Identifier: Apache-2.0
#include "edustat/catalogue/inference.hpp"

#include "audit/judge.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace edustat {
namespace {

/// The units as written, each once: 人次, 人.
std::vector<std::string> units_of(std::span<const Printed> figures) {
  std::vector<std::string> units;
  for (const Printed& printed : figures) {
    const std::string& symbol = printed.figure->unit().symbol();
    if (!symbol.empty() && std::find(units.begin(), units.end(), symbol) == units.end()) {
      units.push_back(symbol);
    }
  }
  return units;
}

template <typename Predicate>
std::vector<std::string> texts_where(std::span<const Printed> figures, Predicate predicate) {
  std::vector<std::string> texts;
  for (const Printed& printed : figures) {
    if (predicate(*printed.figure)) texts.push_back(printed.figure->text());
  }
  return texts;
}

Note note_of(const UnitRemark& remark, std::span<const Printed> figures) {
  switch (remark.code) {
    case UnitRemark::Code::mixed_counting_kinds:
      return {Note::Code::mixed_kinds, units_of(figures)};
    case UnitRemark::Code::quotient_in_numerator_unit:
      return {Note::Code::quotient_as_numerator, units_of(figures)};
    case UnitRemark::Code::points_with_rates:
      return {Note::Code::points_with_rates, units_of(figures)};
    case UnitRemark::Code::bare_number_took_unit:
      break;
  }
  return {Note::Code::bare_number,
          texts_where(figures, [](const Figure& figure) { return figure.is_bare(); })};
}

/// True for a whole number without unit and scale word that turns out to count something: it is
/// then exact.
bool is_implied_count(const Figure& figure, const std::optional<Dimension>& implied) {
  return implied && implied->is_count() && figure.is_bare() && !figure.is_masked() &&
         figure.places() == 0 && figure.scale_word().empty() &&
         figure.qualifier() == Qualifier::none && figure.last_place() == 1;
}

}  // namespace

ReadPrint read_print(const Relation& relation, std::span<const Printed> figures) {
  std::vector<const Dimension*> dimensions;
  dimensions.reserve(figures.size());
  for (const Printed& printed : figures) {
    const Figure& figure = *printed.figure;
    dimensions.push_back(figure.is_bare() ? nullptr : &figure.unit().dimension());
  }
  const PrintedUnits units = infer_print(relation, dimensions);

  ReadPrint reading;
  reading.intervals.reserve(figures.size());
  for (const UnitRemark& remark : units.remarks) reading.notes.push_back(note_of(remark, figures));
  bool is_approximate = false;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Figure& figure = *figures[i].figure;
    const bool is_count = i < units.implied.size() && is_implied_count(figure, units.implied[i]);
    reading.intervals.push_back(
        figure.interval(is_count ? Precision::exact : figures[i].precision));
    if (figure.is_masked()) reading.masks = MaskedInputs::some;
    is_approximate = is_approximate || figure.qualifier() != Qualifier::none;
  }
  if (is_approximate) {
    reading.notes.push_back(
        {Note::Code::approximate, texts_where(figures, [](const Figure& figure) {
           return figure.qualifier() != Qualifier::none;
         })});
  }
  if (reading.masks == MaskedInputs::some) {
    reading.notes.push_back({Note::Code::masked, texts_where(figures, [](const Figure& figure) {
                               return figure.is_masked();
                             })});
  }
  return reading;
}

}  // namespace edustat
