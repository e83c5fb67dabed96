#include "persist/envelope_codec.hpp"

#include <algorithm>

#include "persist/json_walk.hpp"
#include "persist/scope_codec.hpp"

namespace rancang {
namespace {
void append_member(std::string& out, std::string_view key, std::string_view text) {
  out += '"';
  out += key;
  out += "\":";
  json::append_string(out, text);
  out += ',';
}

std::string const* find_member(Document const& document, std::string_view key) {
  if (!document.extras) return nullptr;
  auto const at = std::find_if(document.extras->begin(), document.extras->end(), [&](auto const& member) { return member.first == key; });
  return at == document.extras->end() ? nullptr : &at->second;
}

void append_replica(std::string& out, ReplicaId id, ReplicaInfo const& info) {
  out += '"' + replica_text(id) + "\":{\"label\":";
  json::append_string(out, info.label);
  if (info.agency) out += ",\"agency\":\"" + ulid_text(info.agency) + '"';
  out += '}';
}

// As it came while it still says the same: members of replicas unknown here stay.
void append_replicas(std::string& out, Document const& document) {
  auto const* const raw = find_member(document, "replicas");
  ReplicaMap known;
  if (raw) parse_replicas(*raw, known);
  out += "\"replicas\":";
  if (raw && known == *document.replicas) {
    out += *raw;
  } else {
    char before = '{';
    for (auto const& [id, info] : *document.replicas) {
      out += before;
      append_replica(out, id, info);
      before = ',';
    }
    out += before == '{' ? "{}" : "}";
  }
  out += ",\n";
}

bool parse_replica_info(json::Scanner& scan, ReplicaInfo& info, bool& whole) {
  return json::walk_object(scan, [&](std::string_view key) {
    std::string_view text;
    bool const label = key == "label", agency = key == "agency";
    if (scan.peek() != '"' || !(label || agency)) {
      whole = false;
      return scan.skip(text);
    }
    if (!scan.string(text)) return false;
    if (label) info.label = text;
    else if (auto const id = parse_ulid(text)) info.agency = *id;
    else whole = false;
    return true;
  });
}
}  // namespace

void append_head(std::string& out, Document const& document, EnvelopeInfo const& envelope) {
  out += "{\"format\":\"rancang\",\"version\":";
  json::append_integer(out, format_version);
  out += ',';
  append_member(out, "kind", envelope.kind);
  if (document.plan_id) append_member(out, "plan_id", ulid_text(document.plan_id));
  append_member(out, "saved_at", envelope.saved_at);
  append_member(out, "app", envelope.app);
  out += '\n';
  append_replicas(out, document);
  if (!document.scope) return;
  out += "\"scope\":";
  append_scope(out, *document.scope);
  out += ",\n";
}

void append_envelope_extras(std::string& out, Document const& document) {
  if (!document.extras) return;
  for (auto const& [key, raw] : *document.extras) {
    if (key == "replicas") continue;
    json::append_string(out, key);
    out += ':' + raw + ",\n";
  }
}

std::string checksum_text(std::uint64_t checksum) {
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out(16, '0');
  for (std::size_t i = out.size(); i-- > 0; checksum >>= 4) out[i] = hex[checksum & 15];
  return out;
}

void append_end(std::string& out, std::size_t records, std::uint64_t checksum) {
  out += "\"end\":{\"records\":" + std::to_string(records) + ",\"checksum\":\"" + checksum_text(checksum) + "\"}}";
}

bool parse_end(std::string_view text, FileEnd& out) {
  json::Scanner scan(text);
  int given = 0;
  bool const whole = json::walk_object(scan, [&](std::string_view key) {
    std::string_view value;
    std::int64_t count = 0;
    ++given;
    if (key == "records") {
      if (!scan.number(value) || !json::parse_whole(value, count) || count < 0) return false;
      out.records = static_cast<std::uint64_t>(count);
      return true;
    }
    if (key != "checksum" || !scan.string(value)) return false;
    out.checksum = value;
    return true;
  });
  return whole && scan.at_end() && given == 2 && !out.checksum.empty();
}

bool parse_replicas(std::string_view text, ReplicaMap& out) {
  json::Scanner scan(text);
  bool whole = true;
  bool const walked = json::walk_object(scan, [&](std::string_view key) {
    auto const id = parse_replica(key);
    std::string_view raw;
    if (id && scan.peek() == '{') return parse_replica_info(scan, out[*id], whole);
    whole = false;
    return scan.skip(raw);
  });
  return walked && whole;
}

bool parse_text(std::string_view text, std::string& out) {
  json::Scanner scan(text);
  std::string_view value;
  if (!scan.string(value) || !scan.at_end()) return false;
  out = value;
  return true;
}

}  // namespace rancang
