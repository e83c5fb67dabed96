#pragma once
// The frame of a file around its records: what stands in its first lines and its last.
// Must not know: records, causality.
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "persist/plan_file.hpp"

namespace rancang {

using ReplicaMap = std::map<ReplicaId, ReplicaInfo>;

// The first lines, "replicas" and "scope" included, up to and without "records".
void append_head(std::string& out, Document const& document, EnvelopeInfo const& envelope);
// Unknown members of the envelope, one a line.
void append_envelope_extras(std::string& out, Document const& document);
// The last member and the end of the file; `checksum` is hash64 of all bytes before it.
void append_end(std::string& out, std::size_t records, std::uint64_t checksum);

// What "end" promises. False: not such a member.
struct FileEnd {
  std::uint64_t records = 0;
  std::string checksum;
};
bool parse_end(std::string_view text, FileEnd& out);
std::string checksum_text(std::uint64_t checksum);  // 16 lower-case hexadecimal digits

// What of the text has no place in the map becomes extras of the plan, those of each replica by themselves. False: no object.
bool parse_replicas(std::string_view text, ReplicaMap& out, Extras& unknown);
// A JSON string in normal form → its text.
bool parse_text(std::string_view text, std::string& out);

}  // namespace rancang
