#pragma once
// One writer per plan among the tabs of this browser (Web Locks, BroadcastChannel), and small settings outside IndexedDB (localStorage).
// WebPlatform forwards to these. Must not know: plans, records.
#include <string>
#include <string_view>

namespace rancang::web {

void ask_lock(std::string const& plan);        // → LockChanged held | elsewhere
void take_over_lock(std::string const& plan);  // asks the other tab, waits 2 s, steals; raises the fence → LockChanged held
void release_lock(std::string const& plan);
void announce_stored(std::string const& plan);  // other tabs get PeerStored
void ask_persistence();

std::string setting(std::string_view key);  // "" when absent or when the browser refuses
void set_setting(std::string_view key, std::string_view value);

}  // namespace rancang::web
