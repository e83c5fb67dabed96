#include "persist/envelope_codec.hpp"

#include <unordered_map>

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

// What is unknown of one replica has this key among the extras of a plan; no member of a file can be called so.
constexpr std::string_view replicas_key = "replicas";
std::string unknown_key(ReplicaId id) { return std::string(replicas_key) + '\0' + replica_text(id); }

// walk_object with the values as text.
template <class Read>
bool walk_members(json::Scanner& scan, Read&& read) {
  return json::walk_object(scan, [&](std::string_view key) {
    std::string const name(key);
    std::string_view raw;
    if (!scan.skip(raw)) return false;
    read(name, raw);
    return true;
  });
}

void append_raw(std::string& out, std::string_view key, std::string_view raw) {
  out += out.empty() ? "" : ",";
  json::append_string(out, key);
  out += ':';
  out += raw;
}

// Our members, then what is unknown. A label, agency or day of another type stands until there is one of ours.
void append_replica(std::string& out, ReplicaId id, ReplicaInfo const& info, std::string const* unknown) {
  std::string rest;
  bool label = true;
  if (unknown) {
    json::Scanner scan(*unknown);
    walk_members(scan, [&](std::string const& key, std::string_view raw) {
      if (key == "label" && info.label.empty()) label = false;
      else if (key == "label" || (key == "agency" && info.agency) || (key == "day" && info.day)) return;
      append_raw(rest, key, raw);
    });
  }
  std::string own;
  if (label) own += ",\"label\":", json::append_string(own, info.label);
  if (info.agency) own += ",\"agency\":\"" + ulid_text(info.agency) + '"';
  if (info.day) own += ",\"day\":\"" + iso_date(*info.day) + '"';
  if (!rest.empty()) own += ',' + rest;
  own[0] = '{';
  append_raw(out, replica_text(id), own + '}');
}

void append_replicas(std::string& out, Document const& document) {
  std::unordered_map<std::string_view, std::string const*> extras;
  if (document.extras)
    for (auto const& [key, raw] : *document.extras) extras.emplace(key, &raw);
  auto const find = [&](std::string const& key) {
    auto const at = extras.find(key);
    return at == extras.end() ? nullptr : at->second;
  };
  std::string members;
  for (auto const& [id, info] : *document.replicas) append_replica(members, id, info, find(unknown_key(id)));
  if (auto const* const odd = find(std::string(replicas_key))) {
    if (members.empty() && odd->front() != '{') return void(out += "\"replicas\":" + *odd + ",\n");
    json::Scanner scan(*odd);
    walk_members(scan, [&](std::string const& key, std::string_view raw) {
      auto const id = parse_replica(key);
      if (!id || document.replicas->count(*id) == 0) append_raw(members, key, raw);
    });
  }
  out += "\"replicas\":{" + members + "},\n";
}

// The members that are no label, no agency and no day, in `unknown`.
bool parse_replica_info(json::Scanner& scan, ReplicaInfo& info, std::string& unknown) {
  return walk_members(scan, [&](std::string const& key, std::string_view raw) {
    std::string text;
    bool const given = (key == "label" || key == "agency" || key == "day") && parse_text(raw, text);
    auto const agency = given && key == "agency" ? parse_ulid(text) : std::nullopt;
    auto const day = given && key == "day" ? parse_iso_date(text) : std::nullopt;
    if (agency) info.agency = *agency;
    else if (day) info.day = day;
    else if (given && key == "label") info.label = std::move(text);
    else append_raw(unknown, key, raw);
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
    if (key.compare(0, replicas_key.size(), replicas_key) == 0 && (key.size() == replicas_key.size() || key[replicas_key.size()] == '\0')) continue;
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

bool parse_replicas(std::string_view text, ReplicaMap& out, Extras& unknown) {
  json::Scanner scan(text);
  std::string odd;
  bool const walked = json::walk_object(scan, [&](std::string_view key) {
    std::string const name(key);
    std::string rest;
    if (auto const id = parse_replica(name); id && scan.peek() == '{') {
      if (!parse_replica_info(scan, out[*id], rest)) return false;
      if (!rest.empty()) unknown.emplace_back(unknown_key(*id), '{' + rest + '}');
      return true;
    }
    std::string_view raw;
    if (!scan.skip(raw)) return false;
    append_raw(odd, name, raw);
    return true;
  });
  if (!odd.empty()) unknown.emplace_back("replicas", '{' + odd + '}');
  return walked;
}

bool parse_text(std::string_view text, std::string& out) {
  json::Scanner scan(text);
  std::string_view value;
  if (!scan.string(value) || !scan.at_end()) return false;
  out = value;
  return true;
}

}  // namespace rancang
