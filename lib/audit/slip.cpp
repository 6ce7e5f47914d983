// SPDX-License-Identifier: Apache-2.0
#include "edustat/audit/slip.hpp"

#include "audit/slip_prints.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace edustat {
namespace {

struct KindWords {
  std::string_view name;
  int share;
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<KindWords, 11> kinds{{
    {"rounding", 150, "取舍规则或位数不同", "shortened by another rule or to another place"},
    {"scale_word", 110, "数量级词有误", "wrong scale word"},
    {"unit", 60, "单位有误", "wrong unit"},
    {"transposed", 120, "相邻两位颠倒", "two neighbouring digits transposed"},
    {"mistyped", 240, "一位数字误写", "one digit mistyped"},
    {"dropped", 100, "漏写一位", "a digit dropped"},
    {"doubled", 50, "重写一位", "a digit doubled"},
    {"decimal_point", 80, "小数点错位", "decimal point moved"},
    {"sign", 20, "正负号有误", "wrong sign"},
    {"other_denominator", 60, "分母不同", "rate over another denominator"},
    {"mean_of_rates", 10, "以各率平均代替总率", "mean of rates in place of the rate of sums"},
}};

const KindWords& words(Slip::Kind kind) noexcept {
  return kinds[static_cast<std::size_t>(kind)];
}

bool is_inside(const Interval& inner, const Interval& outer) {
  return inner.intersect(outer) == inner;
}

/// Half a head is not counted.
bool is_countable(const Figure& figure) {
  return !figure.unit().dimension().is_count() || figure.value()->is_integer();
}

class Mender {
 public:
  Mender(const Figure& printed, const Interval& allowed, const SlipOptions& options)
      : printed_(printed), allowed_(allowed), options_(options) {}

  void try_rounding() {
    std::vector<std::pair<Figure, Precision>> others;
    for (const Precision rule : {Precision::nearest, Precision::truncated}) {
      if (rule != options_.precision) others.emplace_back(printed_, rule);
    }
    Rational place(10);
    for (std::size_t i = 0; i < 4 && printed_.is_exact_count(); ++i) {
      const bool is_kept = !printed_.value()->is_zero() && (*printed_.value() / place).is_integer();
      if (is_kept) others.emplace_back(printed_.with_last_place(place), options_.precision);
      place *= Rational(10);
    }
    for (auto& [figure, rule] : others) add(Slip::Kind::rounding, figure, rule, others.size());
  }

  void try_prints() {
    const auto parts = detail::parts_of(printed_);
    if (!parts) return;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(Slip::Kind::sign); ++i) {
      const auto kind = static_cast<Slip::Kind>(i);
      std::vector<Figure> figures;
      for (const std::string& text : detail::prints_before(kind, *parts)) {
        auto figure = detail::reprinted(text, printed_, options_.units);
        if (figure && is_countable(*figure)) figures.push_back(*std::move(figure));
      }
      for (const Figure& figure : figures) add(kind, figure, options_.precision, figures.size());
    }
  }

  std::vector<Slip> take() {
    std::stable_sort(found_.begin(), found_.end(), [](const Slip& left, const Slip& right) {
      return left.weight > right.weight;
    });
    return std::move(found_);
  }

 private:
  void add(Slip::Kind kind, const Figure& figure, Precision rule, std::size_t alternatives) {
    const Interval interval = figure.interval(rule);
    const auto common = interval.intersect(allowed_);
    if (!common) return;
    Rational weight = Rational(words(kind).share) / Rational(1000) / Rational(alternatives);
    const bool is_whole = is_inside(interval, allowed_) || is_inside(allowed_, interval) ||
                          (figure.value() && allowed_.contains(*figure.value()));
    if (!is_whole) weight /= Rational(2);
    found_.push_back({.kind = kind,
                      .figure = figure,
                      .precision = rule,
                      .interval = interval,
                      .weight = std::move(weight),
                      .arguments = {printed_.text(), figure.text()}});
  }

  const Figure& printed_;
  const Interval& allowed_;
  const SlipOptions& options_;
  std::vector<Slip> found_{};
};

/// Printed in another kind than its item counts: 人 for 人次.
std::optional<Slip> other_kind(const Figure& printed, const Unit& unit,
                               const SlipOptions& options) {
  const bool is_same =
      printed.is_bare() || printed.unit().dimension() == unit.dimension() || unit.symbol().empty();
  const auto parts = is_same ? std::nullopt : detail::parts_of(printed);
  if (!parts || printed.unit().factor() != unit.without_scale().factor()) return std::nullopt;
  Figure figure(parts->with_unit(unit.without_scale().symbol()), options.units);
  Interval interval = figure.interval(options.precision);
  Slip slip{.kind = Slip::Kind::unit,
            .figure = figure,
            .precision = options.precision,
            .interval = std::move(interval),
            .weight = Rational(words(Slip::Kind::unit).share) / Rational(1000),
            .arguments = {printed.text(), figure.text()}};
  return slip;
}

}  // namespace

std::string_view name_of(Slip::Kind kind) noexcept {
  return words(kind).name;
}

std::string_view words_of(Slip::Kind kind, Language language) noexcept {
  return language == Language::zh ? words(kind).zh : words(kind).en;
}

int share_of(Slip::Kind kind) noexcept {
  return words(kind).share;
}

std::string Slip::explain(Language language) const {
  const bool is_chinese = language == Language::zh;
  std::string text(words_of(kind, language));
  text += (is_chinese ? "：印作 " : ": printed ") + arguments.front();
  text += (is_chinese ? "，应为 " : ", should be ") + figure.text();
  if (kind == Kind::rounding) {
    text += is_chinese ? "，末位值 " : ", last place ";
    text += figure.last_place().to_string() + " (" + std::string(edustat::name_of(precision)) + ")";
  }
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    text += (is_chinese ? "；" : "; ") + arguments[i];
  }
  text += is_chinese ? "；可能取值 " : "; it can stand for ";
  text += interval.to_string();
  text += (is_chinese ? "；权重 " : "; weight ") + weight.to_string();
  return text;
}

std::vector<Slip> slips(const Figure& printed, const Interval& allowed, const Unit& unit,
                        const SlipOptions& options) {
  if (printed.is_masked() || printed.qualifier() != Qualifier::none) return {};
  std::vector<Slip> found;
  if (printed.interval(options.precision).intersect(allowed)) {
    if (auto slip = other_kind(printed, unit, options)) found.push_back(*std::move(slip));
    return found;
  }
  Mender mender(printed, allowed, options);
  mender.try_rounding();
  mender.try_prints();
  found = mender.take();
  if (found.size() > options.most) {
    found.erase(std::next(found.begin(), static_cast<std::ptrdiff_t>(options.most)), found.end());
  }
  return found;
}

}  // namespace edustat
