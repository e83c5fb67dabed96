#pragma once
// Names and the self-verifying form of everything a plan keeps in this browser: one header line (kind, generation, part, length, checksum), then the payload.
// No file is believed because of its name or of another file: it is whole or it is damaged. Must not know: what the payload means, the store.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rancang {

// snapshot: the whole plan, in one or more parts · journal: changed records · closed: the plan was left in good order · card: what the home screen shows ·
// point: the whole plan as it once was (a restore point), in parts; never read when the plan is opened.
enum class StoredKind : std::uint8_t { snapshot, journal, closed, card, point };
constexpr bool has_parts(StoredKind kind) { return kind == StoredKind::snapshot || kind == StoredKind::point; }

struct StoredName {
  std::string plan;              // ULID text
  StoredKind kind = StoredKind::journal;
  std::uint64_t generation = 0;  // grows with every file of a plan, never used twice
  std::uint32_t part = 0;        // of a snapshot or point, from 0
  bool last = true;              // its final part; all other kinds have one part
  friend bool operator==(StoredName const& a, StoredName const& b) {
    return a.plan == b.plan && a.kind == b.kind && a.generation == b.generation && a.part == b.part && a.last == b.last;
  }
};

constexpr std::string_view store_root = "/plans/";

// "/plans/<plan>/journal-0000000013", "/plans/<plan>/snapshot-0000000012-000", the final part "/plans/<plan>/snapshot-0000000012-001-end";
// a card lies outside the folder, so that it is loaded at start: "/plans/<plan>.card-0000000014".
std::string stored_path(StoredName const& name);
std::optional<StoredName> parse_stored_path(std::string_view path);
std::string folder_of(std::string_view plan);                         // "/plans/<plan>/"
std::string prefix_of(std::string_view plan, StoredKind kind);        // common start of all files of a kind
std::string parts_prefix(std::string_view plan, StoredKind kind, std::uint64_t generation);  // common start of its parts

std::string seal(StoredName const& name, std::string_view payload);
// The payload, into the bytes given. nullopt: damaged, cut off, or the bytes of another file.
std::optional<std::string_view> unseal(StoredName const& name, std::string_view bytes);

}  // namespace rancang
