#include "persist/plan_card.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "base/ulid.hpp"

namespace rancang {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(Json const& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json parse(std::string_view text) {
  if (text.size() > (1u << 20) || text.find('\0') != std::string_view::npos) return Json(Json::value_t::discarded);
  return Json::parse(text.begin(), text.end(), nullptr, false);
}

std::string string_of(Json const& object, char const* key) {
  auto const found = object.find(key);
  return found != object.end() && found->is_string() ? *found->get_ptr<Json::string_t const*>() : std::string();
}

// 0 for anything but a whole number within 0 … 2^53.
std::uint64_t number_of(Json const& object, char const* key) {
  auto const found = object.find(key);
  if (found == object.end() || !found->is_number_unsigned()) return 0;
  std::uint64_t const value = *found->get_ptr<Json::number_unsigned_t const*>();
  return value <= (1ULL << 53) ? value : 0;
}

Year year_of(Json const& object, char const* key) {
  std::uint64_t const value = number_of(object, key);
  return value >= static_cast<std::uint64_t>(year_min) && value <= static_cast<std::uint64_t>(year_max) ? static_cast<Year>(value) : Year{0};
}

std::uint32_t count_of(Json const& object, char const* key) { return static_cast<std::uint32_t>(std::min<std::uint64_t>(number_of(object, key), ~std::uint32_t{0})); }
std::uint8_t small_of(Json const& object, char const* key) { return static_cast<std::uint8_t>(std::min<std::uint64_t>(number_of(object, key), 255)); }

// The objects of a list, as many as a card holds.
template <class Item, class Read>
std::vector<Item> list_of(Json const& object, char const* key, std::size_t most, Read const& read) {
  std::vector<Item> out;
  auto const found = object.find(key);
  if (found == object.end() || !found->is_array()) return out;
  for (Json const& item : *found)
    if (item.is_object() && out.size() < most) out.push_back(read(item));
  return out;
}

CardDebt read_debt(Json const& json) { return {string_of(json, "rule"), count_of(json, "count")}; }
CardChange read_change(Json const& json) {
  return {number_of(json, "at"), small_of(json, "kind"), small_of(json, "cause"), string_of(json, "record"), string_of(json, "field"), count_of(json, "count"), string_of(json, "title")};
}

CardPoint read_point(Json const& json) { return {number_of(json, "generation"), number_of(json, "at"), static_cast<PointKind>(small_of(json, "kind")), string_of(json, "name")}; }

Json debts_json(PlanCard const& card) {
  Json list = Json::array();
  for (CardDebt const& debt : card.debts) list.push_back({{"rule", debt.rule}, {"count", debt.count}});
  return list;
}
Json changes_json(PlanCard const& card) {
  Json list = Json::array();
  for (CardChange const& change : card.changes)
    list.push_back({{"at", change.unix_ms}, {"kind", change.kind}, {"cause", change.cause}, {"record", change.record}, {"field", change.field}, {"count", change.count}, {"title", change.title}});
  return list;
}
Json points_json(PlanCard const& card) {
  Json list = Json::array();
  for (CardPoint const& point : card.points)
    list.push_back({{"generation", point.generation}, {"at", point.unix_ms}, {"kind", static_cast<std::uint8_t>(point.kind)}, {"name", point.name}});
  return list;
}

}  // namespace

std::string write_card(PlanCard const& card) {
  Json json;
  json["plan"] = card.plan;
  json["name"] = card.name;
  if (!card.agency.empty()) json["agency"] = card.agency;
  json["first_year"] = card.first_year;
  json["last_year"] = card.last_year;
  json["completeness"] = card.completeness;
  json["errors"] = card.errors;
  json["warnings"] = card.warnings;
  json["debts"] = debts_json(card);
  json["changes"] = changes_json(card);
  if (!card.points.empty()) json["points"] = points_json(card);
  json["changed"] = card.changed_unix_ms;
  json["size"] = card.size_bytes;
  json["trashed"] = card.trashed_unix_ms;
  json["generation"] = card.generation;
  if (card.erased) json["erased"] = true;
  return text_of(json);
}

std::optional<PlanCard> read_card(std::string_view text) {
  Json const json = parse(text);
  if (!json.is_object()) return std::nullopt;
  PlanCard card;
  card.plan = string_of(json, "plan");
  if (!parse_ulid(card.plan)) return std::nullopt;
  card.name = string_of(json, "name");
  card.agency = string_of(json, "agency");
  card.first_year = year_of(json, "first_year");
  card.last_year = year_of(json, "last_year");
  card.completeness = static_cast<int>(std::min<std::uint64_t>(number_of(json, "completeness"), 100));
  card.errors = count_of(json, "errors");
  card.warnings = count_of(json, "warnings");
  card.debts = list_of<CardDebt>(json, "debts", card_debts, read_debt);
  card.changes = list_of<CardChange>(json, "changes", card_changes, read_change);
  card.points = list_of<CardPoint>(json, "points", card_points, read_point);
  card.changed_unix_ms = number_of(json, "changed");
  card.size_bytes = number_of(json, "size");
  card.trashed_unix_ms = number_of(json, "trashed");
  card.generation = number_of(json, "generation");
  auto const erased = json.find("erased");
  card.erased = erased != json.end() && *erased == Json(true);
  return card;
}

std::string write_witness(Witness const& witness) {
  Json json = Json::array();
  for (WitnessEntry const& entry : witness) {
    Json item;
    item["plan"] = entry.plan;
    item["name"] = entry.name;
    item["generation"] = entry.generation;
    item["exported"] = entry.exported_unix_ms;
    json.push_back(std::move(item));
  }
  return text_of(json);
}

Witness read_witness(std::string_view text) {
  Witness witness;
  Json const json = parse(text);
  if (!json.is_array()) return witness;
  for (Json const& item : json) {
    if (!item.is_object() || !parse_ulid(string_of(item, "plan"))) continue;
    remember(witness, {string_of(item, "plan"), string_of(item, "name"), number_of(item, "generation"), number_of(item, "exported")});
  }
  return witness;
}

void remember(Witness& witness, WitnessEntry const& seen) {
  auto const known = std::find_if(witness.begin(), witness.end(), [&](WitnessEntry const& entry) { return entry.plan == seen.plan; });
  if (known == witness.end()) {
    witness.push_back(seen);
    return;
  }
  if (!seen.name.empty()) known->name = seen.name;
  known->generation = std::max(known->generation, seen.generation);
  known->exported_unix_ms = std::max(known->exported_unix_ms, seen.exported_unix_ms);
}

void forget_plan(Witness& witness, std::string_view plan) {
  witness.erase(std::remove_if(witness.begin(), witness.end(), [&](WitnessEntry const& entry) { return entry.plan == plan; }), witness.end());
}

std::vector<LostPlan> lost_plans(Witness const& witness, std::vector<PlanCard> const& stored) {
  std::vector<LostPlan> lost;
  for (WitnessEntry const& entry : witness) {
    auto const found = std::find_if(stored.begin(), stored.end(), [&](PlanCard const& card) { return card.plan == entry.plan; });
    std::uint64_t const generation = found == stored.end() ? 0 : found->generation;
    if (generation < entry.generation) lost.push_back({entry, generation});
  }
  return lost;
}

}  // namespace rancang
