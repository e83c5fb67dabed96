#include "schema/schema.hpp"

#include <doctest/doctest.h>

#include "model/records.hpp"

using namespace rancang;
using namespace std::string_view_literals;

// What one more record type costs: this struct, this table, an entry in a list of types, and strings. Nothing below names one of its fields by hand.
namespace rancang {
enum class Weather : std::uint8_t { unset, sun, rain };
template <>
struct EnumTable<Weather> {
  static constexpr auto name = "weather"sv;
  static constexpr std::array names{""sv, "sun"sv, "rain"sv};
};
struct Stop {
  std::string place;
  std::optional<Decimal> hours;
  friend bool operator==(Stop const&, Stop const&) = default;
};
template <>
struct Schema<Stop> {
  static constexpr auto name = "stop"sv;
  static constexpr auto fields = std::tuple{field<&Stop::place>("place", {.required = true, .role = Role::title}), field<&Stop::hours>("hours", {.min = 0})};
};
struct Journey {
  std::string name;
  bool paid = false;
  std::int64_t order = 7;
  std::optional<Decimal> distance;
  std::optional<Money> cost;
  Money deposit;
  Year year = 0;
  std::optional<Date> date;
  Weather weather = Weather::unset;
  Id<Agency> host;
  std::vector<Id<Agency>> guests;
  YearSeries<Money> budget;
  YearSeries<Weather> forecast;
  std::vector<Stop> stops;
};
template <>
struct Schema<Journey> {
  static constexpr auto name = "journey"sv;
  static constexpr auto fields = std::tuple{
      field<&Journey::name>("name", {.required = true, .max_length = 40, .role = Role::title}),
      field<&Journey::paid>("paid"),
      field<&Journey::order>("order", {.role = Role::order}),
      field<&Journey::distance>("distance"),
      field<&Journey::cost>("cost", {.min = 0}),
      field<&Journey::deposit>("deposit"),
      field<&Journey::year>("year"),
      field<&Journey::date>("date"),
      field<&Journey::weather>("weather"),
      field<&Journey::host>("host"),
      field<&Journey::guests>("guests"),
      field<&Journey::budget>("budget"),
      field<&Journey::forecast>("forecast"),
      field<&Journey::stops>("stops"),
  };
};
struct Forgotten {
  std::string a;
  std::string b;
};
template <>
struct Schema<Forgotten> {
  static constexpr auto fields = std::tuple{field<&Forgotten::a>("a")};
};
}  // namespace rancang

namespace {
// A record type is listed once; everything erased is made from its table.
template <class R>
RecordInfo info_of() {
  static std::vector<FieldInfo> const fields = detail::make_field_infos<R>();
  static R const blank{};
  return {Schema<R>::name, RecordType::none, fields, false, &blank};
}

template <class... R>
constexpr bool all_complete(TypeList<R...>) {
  return (schema_is_complete<R> && ...);
}
}  // namespace

TEST_CASE("a member without a row in the table is noticed when it is compiled") {
  static_assert(arity<Journey>() == 14);
  static_assert(schema_is_complete<Journey>);
  static_assert(schema_is_complete<Stop>);
  static_assert(arity<Forgotten>() == 2);
  static_assert(!schema_is_complete<Forgotten>);
  CHECK(all_complete(Records{}));
}

TEST_CASE("a record type costs a struct and its table: types, rules and access follow") {
  RecordInfo const info = info_of<Journey>();
  REQUIRE(info.fields.size() == 14);
  static constexpr ValueType types[] = {ValueType::text,        ValueType::boolean,   ValueType::integer,    ValueType::decimal, ValueType::money,  ValueType::money, ValueType::year,
                                        ValueType::date,        ValueType::enumeration, ValueType::reference, ValueType::references, ValueType::series, ValueType::series, ValueType::list};
  for (std::size_t i = 0; i < info.fields.size(); ++i) CHECK(info.fields[i].type == types[i]);
  CHECK(info.find("cost")->optional);
  CHECK_FALSE(info.find("deposit")->optional);
  CHECK(info.find("year")->optional);
  CHECK(info.find("host")->target == record_type<Agency>);
  CHECK(info.find("guests")->target == record_type<Agency>);
  CHECK(info.find("budget")->element == Element::money);
  CHECK(info.find("forecast")->element == Element::enumeration);
  CHECK(info.find("forecast")->enumeration->names[2] == "rain");
  CHECK(info.find("weather")->enumeration->name == "weather");
  CHECK(info.find("stops")->nested->name == "stop");
  CHECK(info.find("name")->rules.max_length == 40);
  CHECK(info.find("absent") == nullptr);
  CHECK(info.index_of("absent") == -1);
  CHECK(info.title_field() == 0);
  CHECK(info.role_field(Role::order) == 2);
  CHECK(info.role_field(Role::status) == -1);
}

TEST_CASE("values are read, compared and set through the table, and a value of another type changes nothing") {
  RecordInfo const info = info_of<Journey>();
  Value const values[] = {std::string("Ke kota"), true, std::int64_t{3}, Decimal{1'500'000}, Money{9}, Money{8}, Year{2024}, Date{19'000}, EnumIndex{2}, Ulid{1, 2}, std::vector<Ulid>{{1, 2}, {3, 4}},
                          SeriesValue{Element::money, {{2023, 5}, {2024, 6}}}, SeriesValue{Element::enumeration, {{2023, 1}}}, ListValue{{{std::string("Desa"), Decimal{2'000'000}}, {std::string(), Value()}}}};
  for (std::size_t i = 0; i < info.fields.size(); ++i) {
    FieldInfo const& field = info.fields[i];
    CAPTURE(field.key);
    Journey record;
    for (std::size_t other = 0; other < info.fields.size(); ++other) {
      if (info.fields[other].type == field.type) continue;
      CHECK_FALSE(field.set(&record, values[other]));
      CHECK(field.equal(&record, info.blank));
    }
    CHECK(field.set(&record, values[i]));
    CHECK(field.get(&record) == values[i]);
    CHECK_FALSE(field.equal(&record, info.blank));
    Value const empty = field.get(info.blank);
    CHECK(field.set(&record, empty));
    CHECK(field.equal(&record, info.blank));
  }
}

TEST_CASE("what is impossible for a type is refused: entries that are not listed, series of another element, rows of another width") {
  RecordInfo const info = info_of<Journey>();
  Journey record;
  CHECK_FALSE(info.find("weather")->set(&record, EnumIndex{3}));
  CHECK_FALSE(info.find("budget")->set(&record, SeriesValue{Element::decimal, {{2023, 1}}}));
  CHECK(info.find("budget")->set(&record, SeriesValue{Element::none, {}}));
  CHECK_FALSE(info.find("stops")->set(&record, ListValue{{{std::string("Desa")}}}));
  CHECK_FALSE(info.find("stops")->set(&record, ListValue{{{std::string("Desa"), std::string("dua")}}}));
  CHECK(record.stops.empty());
  CHECK_FALSE(info.find("paid")->set(&record, Value()));
  CHECK(info.find("cost")->set(&record, Value()));
}

TEST_CASE("text, references and rows are read in place") {
  RecordInfo const info = info_of<Journey>();
  Journey record;
  record.name = "Ke kota";
  record.host = {{1, 2}};
  record.guests = {{{3, 4}}, {{5, 6}}};
  record.stops = {{"Desa", {}}, {"Kota", {}}};
  CHECK(peek_text(*info.find("name"), &record).data() == record.name.data());
  CHECK(peek_text(*info.find("paid"), &record).empty());
  CHECK(peek_reference(*info.find("host"), &record) == Ulid{1, 2});
  CHECK_FALSE(peek_reference(*info.find("name"), &record));
  FieldInfo const& guests = *info.find("guests");
  REQUIRE(guests.row_count(&record) == 2);
  CHECK(*static_cast<Ulid const*>(guests.row(&record, 1)) == Ulid{5, 6});
  FieldInfo const& stops = *info.find("stops");
  REQUIRE(stops.row_count(&record) == 2);
  CHECK(peek_text(stops.nested->fields[0], stops.row(&record, 1)) == "Kota");
}

TEST_CASE("emptiness is the absence of anything given") {
  for (Value const& value : {Value(), Value(std::string()), Value(Ulid{}), Value(std::vector<Ulid>()), Value(Year{0}), Value(SeriesValue{Element::money, {}}), Value(ListValue{})}) CHECK(is_empty(value));
  for (Value const& value : {Value(std::string(" ")), Value(false), Value(std::int64_t{0}), Value(Decimal{}), Value(Money{}), Value(EnumIndex{}), Value(SeriesValue{Element::money, {{2023, 0}}})})
    CHECK_FALSE(is_empty(value));
}
