#include "persist/stored_file.hpp"

#include <array>

#include "base/hash.hpp"

namespace rancang {
namespace {

struct KindName {
  StoredKind kind;
  std::string_view text;
};
constexpr std::array<KindName, 5> kind_names{
    {{StoredKind::snapshot, "snapshot"}, {StoredKind::journal, "journal"}, {StoredKind::closed, "closed"}, {StoredKind::card, "card"}, {StoredKind::point, "point"}}};
constexpr std::size_t plan_length = 26, generation_digits = 10, part_digits = 3;

std::string_view kind_text(StoredKind kind) {
  for (KindName const& entry : kind_names)
    if (entry.kind == kind) return entry.text;
  return {};
}

// Fixed width, so that names sort by generation.
std::string padded(std::uint64_t value, std::size_t digits) {
  std::string text = std::to_string(value);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string hex(std::uint64_t value) {
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4) text[i] = "0123456789abcdef"[value & 15];
  return text;
}

bool take(std::string_view& text, std::string_view start) {
  if (text.substr(0, start.size()) != start) return false;
  text.remove_prefix(start.size());
  return true;
}

// Exactly as padded() writes it: another spelling of the same number would be a second name for one file.
std::optional<std::uint64_t> take_number(std::string_view& text, std::size_t digits) {
  std::uint64_t value = 0;
  std::size_t length = 0;
  while (length < text.size() && length < 18 && text[length] >= '0' && text[length] <= '9') value = value * 10 + static_cast<std::uint64_t>(text[length++] - '0');
  if (length < digits || padded(value, digits).size() != length) return std::nullopt;
  text.remove_prefix(length);
  return value;
}

std::string header(StoredName const& name, std::string_view payload) {
  std::string line = "{\"rancang_store\":1,\"plan\":\"";
  line += name.plan;
  line += "\",\"kind\":\"";
  line += kind_text(name.kind);
  line += "\",\"generation\":" + std::to_string(name.generation) + ",\"part\":" + std::to_string(name.part);
  line += name.last ? ",\"last\":true" : ",\"last\":false";
  line += ",\"length\":" + std::to_string(payload.size()) + ",\"xxh64\":\"" + hex(hash64(payload)) + "\"}\n";
  return line;
}

}  // namespace

std::string folder_of(std::string_view plan) { return std::string(store_root).append(plan).append("/"); }

std::string prefix_of(std::string_view plan, StoredKind kind) {
  std::string prefix = std::string(store_root).append(plan);
  prefix += kind == StoredKind::card ? '.' : '/';
  return prefix.append(kind_text(kind)).append("-");
}

std::string parts_prefix(std::string_view plan, StoredKind kind, std::uint64_t generation) { return prefix_of(plan, kind) + padded(generation, generation_digits) + "-"; }

std::string stored_path(StoredName const& name) {
  if (has_parts(name.kind)) return parts_prefix(name.plan, name.kind, name.generation) + padded(name.part, part_digits).append(name.last ? "-end" : "");
  return prefix_of(name.plan, name.kind) + padded(name.generation, generation_digits);
}

std::optional<StoredName> parse_stored_path(std::string_view path) {
  if (!take(path, store_root) || path.size() <= plan_length) return std::nullopt;
  StoredName name{std::string(path.substr(0, plan_length))};
  path.remove_prefix(plan_length);
  bool const in_folder = path.front() == '/';
  if (!in_folder && path.front() != '.') return std::nullopt;
  path.remove_prefix(1);
  bool known = false;
  for (KindName const& entry : kind_names) {
    if (known || !take(path, entry.text)) continue;
    known = in_folder != (entry.kind == StoredKind::card);
    name.kind = entry.kind;
  }
  if (!known || !take(path, "-")) return std::nullopt;
  std::optional<std::uint64_t> const generation = take_number(path, generation_digits);
  if (!generation) return std::nullopt;
  name.generation = *generation;
  if (has_parts(name.kind)) {
    std::optional<std::uint64_t> const part = take(path, "-") ? take_number(path, part_digits) : std::nullopt;
    if (!part) return std::nullopt;
    name.part = static_cast<std::uint32_t>(*part);
    name.last = take(path, "-end");
  }
  return path.empty() ? std::optional(name) : std::nullopt;
}

std::string seal(StoredName const& name, std::string_view payload) {
  std::string bytes = header(name, payload);
  bytes.append(payload);
  return bytes;
}

// The header is not parsed: it is written again for the payload found, and must be the same byte for byte.
std::optional<std::string_view> unseal(StoredName const& name, std::string_view bytes) {
  std::size_t const end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view const payload = bytes.substr(end + 1);
  if (bytes.substr(0, end + 1) != header(name, payload)) return std::nullopt;
  return payload;
}

}  // namespace rancang
