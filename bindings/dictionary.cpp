// SPDX-License-Identifier: Apache-2.0
#include "dictionary.hpp"

#include "casters.hpp"

namespace edustat::python {
namespace {

using namespace py::literals;

py::object text_of(const std::optional<Rational>& value) {
  return value ? py::object(str_of(value->to_string())) : py::none();
}

py::object text_of(const std::optional<Period>& period) {
  return period ? py::object(str_of(period->to_string())) : py::none();
}

py::dict plain(const Label& label) {
  return py::dict("zh"_a = label.zh, "en"_a = label.en);
}

py::dict plain(const Place& place) {
  return py::dict("source"_a = place.source, "line"_a = place.line, "column"_a = place.column);
}

py::object plain(const std::optional<Interval>& interval) {
  if (!interval) return py::none();
  return py::dict("low"_a = text_of(interval->low().value),
                  "low_closed"_a = interval->low().end == End::closed,
                  "high"_a = text_of(interval->high().value),
                  "high_closed"_a = interval->high().end == End::closed);
}

py::dict plain(const Bound& bound) {
  return py::dict("interval"_a = plain(bound.interval), "bound"_a = written(bound.tightness));
}

py::dict plain(const std::vector<Reference::Category>& categories) {
  py::dict codes;
  for (const auto& [dimension, code] : categories) codes[str_of(dimension)] = code;
  return codes;
}

py::dict plain(const Note& note) {
  return py::dict("code"_a = written(note.code), "arguments"_a = note.arguments,
                  "zh"_a = note.message(Language::zh), "en"_a = note.message(Language::en));
}

py::dict plain(const Explanation& explanation) {
  return py::dict("relation"_a = explanation.relation, "text"_a = explanation.text,
                  "scope"_a = explanation.scope.to_string(),
                  "period"_a = text_of(explanation.period), "who"_a = explanation.who,
                  "date"_a = explanation.date, "valid_until"_a = explanation.valid_until);
}

py::dict plain(const Finding::Origin& origin) {
  return py::dict("label"_a = plain(origin.label), "scope"_a = origin.scope.to_string(),
                  "place"_a = plain(origin.place), "fact"_a = origin.fact);
}

py::dict input_fields(const Finding& finding, std::size_t index) {
  const Finding::Input& input = finding.inputs()[index];
  py::dict fields("name"_a = input.name, "figure"_a = input.figure.text(),
                  "precision"_a = written(input.precision),
                  "interval"_a = plain(std::optional(input.interval)),
                  "allowed"_a = plain(finding.allowed(index)));
  const auto& origins = finding.subject().origins;
  if (index < origins.size()) fields["origin"] = plain(origins[index]);
  return fields;
}

template <typename Values, typename Function>
py::list list_of(const Values& values, Function function) {
  py::list list;
  for (const auto& value : values) list.append(function(value));
  return list;
}

template <typename... Fields>
Plain as_plain(Fields&&... fields) {
  return Plain(py::dict(std::forward<Fields>(fields)...));
}

}  // namespace

Plain dictionary(const Fact& fact) {
  const Figure* figure = std::get_if<Figure>(&fact.figure);
  const Gap* gap = std::get_if<Gap>(&fact.figure);
  return as_plain("item"_a = fact.item, "categories"_a = plain(fact.categories),
                  "scope"_a = fact.scope.to_string(), "period"_a = text_of(fact.period),
                  "figure"_a = figure ? std::optional(figure->text()) : std::nullopt,
                  "gap"_a = gap ? std::optional(written(*gap)) : std::nullopt,
                  "precision"_a = fact.precision, "vintage"_a = fact.vintage,
                  "source"_a = fact.source, "note"_a = fact.note, "place"_a = plain(fact.place));
}

Plain dictionary(const Reading& reading) {
  const auto& reason = reading.reason;
  return as_plain("begin"_a = reading.character_begin, "end"_a = reading.character_end,
                  "sentence_begin"_a = reading.sentence_character_begin,
                  "sentence_end"_a = reading.sentence_character_end, "text"_a = reading.text,
                  "kind"_a = name_of(reading.kind), "fact"_a = reading.fact,
                  "reason"_a = reason ? std::optional(name_of(*reason)) : std::nullopt,
                  "items"_a = reading.items, "context"_a = reading.context);
}

Plain dictionary(const Computed& computed) {
  py::list inputs;
  for (const Computed::Input& input : computed.inputs) {
    inputs.append(py::dict("name"_a = input.name, "label"_a = plain(input.label),
                           "text"_a = input.text,
                           "interval"_a = plain(std::optional(input.interval))));
  }
  const Quantity* value = std::get_if<Quantity>(&computed.value);
  const Gap* gap = std::get_if<Gap>(&computed.value);
  const auto& rounded = computed.rounded;
  const auto& printed = computed.printed;
  return as_plain(
      "indicator"_a = computed.indicator, "label"_a = plain(computed.label),
      "categories"_a = plain(computed.categories), "scope"_a = computed.scope.to_string(),
      "period"_a = text_of(computed.period), "formula"_a = computed.formula, "inputs"_a = inputs,
      "value"_a = value ? text_of(value->value()) : py::none(),
      "unit"_a = value ? std::optional(value->unit().symbol()) : std::nullopt,
      "gap"_a = gap ? std::optional(written(*gap)) : std::nullopt,
      "rounded"_a = rounded ? std::optional(rounded->to_string()) : std::nullopt,
      "interval"_a = plain(computed.bound.interval), "bound"_a = written(computed.bound.tightness),
      "printed"_a = printed ? std::optional(printed->text()) : std::nullopt);
}

Plain dictionary(const Finding& finding) {
  const Finding::Subject& subject = finding.subject();
  py::list inputs;
  for (std::size_t i = 0; i < finding.inputs().size(); ++i) {
    inputs.append(input_fields(finding, i));
  }
  const auto& stored = subject.explanation;
  return as_plain(
      "verdict"_a = written(finding.verdict()), "relation"_a = finding.relation().text(),
      "precision"_a = finding.precision(), "bound"_a = written(finding.tightness()),
      "interval"_a = plain(finding.computed().interval), "left"_a = plain(finding.left().interval),
      "right"_a = plain(finding.right().interval), "inputs"_a = inputs,
      "notes"_a = list_of(finding.notes(), [](const Note& note) { return plain(note); }),
      "kind"_a = written(subject.kind), "rule"_a = subject.rule,
      "severity"_a = written(subject.severity), "label"_a = plain(subject.label),
      "note"_a = plain(subject.note), "scope"_a = subject.scope.to_string(),
      "period"_a = text_of(subject.period),
      "explanation"_a = stored ? py::object(plain(*stored)) : py::none());
}

Plain dictionary(const Audit& audit, const Bulletin& bulletin) {
  const auto finding = [](const Finding& value) { return dictionary(value); };
  const auto fact = [&](std::size_t number) { return dictionary(bulletin.facts()[number]); };
  return as_plain(
      "bulletin"_a = bulletin.name(), "precision"_a = audit.precision,
      "verdict"_a = written(audit.verdict()), "findings"_a = list_of(audit.findings, finding),
      "explained"_a = list_of(audit.explained, finding), "masked"_a = list_of(audit.masked, fact),
      "unrelated"_a = list_of(audit.unrelated, fact));
}

}  // namespace edustat::python
