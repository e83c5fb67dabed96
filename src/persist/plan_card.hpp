#pragma once
// PlanCard: what the home screen shows of a plan without opening it, and the witness that is kept outside the store to notice when the browser has lost it.
// Must not know: the plan's records, the store, screens.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/quantity.hpp"

namespace rancang {

// So many findings of one rule are left: what is still owed, worst rules first.
struct CardDebt {
  std::string rule;  // stable id, unknown ones of a newer version are kept
  std::uint32_t count = 0;
  friend bool operator==(CardDebt const& a, CardDebt const& b) { return a.rule == b.rule && a.count == b.count; }
};
// One step of the history, in parts: the sentence is made where it is read.
struct CardChange {
  std::uint64_t unix_ms = 0;
  std::uint8_t kind = 0, cause = 0;  // as in CommandLabel
  std::string record, field;         // JSON keys; field "" = none
  std::uint32_t count = 0;
  std::string title;
};
// A state of the plan that was kept (a restore point). `kind` says why; unknown ones of a newer version are kept.
// Cards hold the number of the kind: new ones go to the end. slices: as it was handed out to agencies.
enum class PointKind : std::uint8_t { automatic, named, stage, merge, restore, signing, slices };
struct CardPoint {
  std::uint64_t generation = 0;  // of its files
  std::uint64_t unix_ms = 0;     // the state was current until then
  PointKind kind = PointKind::automatic;
  std::string name;              // given by a person, or of the stage or file; how many slices; "" for automatic ones
  friend bool operator==(CardPoint const& a, CardPoint const& b) { return a.generation == b.generation && a.unix_ms == b.unix_ms && a.kind == b.kind && a.name == b.name; }
};
constexpr std::size_t card_debts = 8, card_changes = 5, card_points = 200;

struct PlanCard {
  std::string plan;  // ULID text
  std::string name;
  Year first_year = 0, last_year = 0;  // 0 = not given
  int completeness = 0;                // per cent
  std::uint64_t changed_unix_ms = 0;
  std::uint64_t size_bytes = 0;        // of the last snapshot
  std::uint64_t trashed_unix_ms = 0;   // 0 = not in the trash
  std::uint64_t generation = 0;        // newest of the plan when the card was written
  bool erased = false;                 // deleted for good, files may still be there after a power cut; such a plan is not listed
  bool readable = true;                // false: there are files but no whole card; not stored
  std::uint32_t errors = 0, warnings = 0;
  std::vector<CardDebt> debts;         // at most card_debts
  std::vector<CardChange> changes;     // newest first, at most card_changes
  std::vector<CardPoint> points;       // oldest first
  std::string agency;                  // of a slice: what its agency is called in short; "" = a whole plan, or a card of an older version
};

std::string write_card(PlanCard const& card);
std::optional<PlanCard> read_card(std::string_view text);

// ---- the witness: small text in the browser's settings, outside the store (reliability.md 2.4) ----
struct WitnessEntry {
  std::string plan;
  std::string name;
  std::uint64_t generation = 0;        // last one known to be stored; the setting itself may be a minute old, so read it as "at least"
  std::uint64_t exported_unix_ms = 0;  // last file written for the person, 0 = never
};
using Witness = std::vector<WitnessEntry>;

std::string write_witness(Witness const& witness);
Witness read_witness(std::string_view text);  // anything damaged is left out
// Remembers what is newer; never lowers a generation or a date of export.
void remember(Witness& witness, WitnessEntry const& seen);
void forget_plan(Witness& witness, std::string_view plan);

// Plans that the witness knows and the store has lost, wholly (`stored` = 0) or back to an older generation.
struct LostPlan {
  WitnessEntry witness;
  std::uint64_t stored = 0;
};
std::vector<LostPlan> lost_plans(Witness const& witness, std::vector<PlanCard> const& stored);

}  // namespace rancang
