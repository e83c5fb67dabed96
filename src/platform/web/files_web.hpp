#pragma once
// Files in and out of the page (web/files.js): picker, drop, download, saving in place, the site's own samples.
// Must not know: what is in a file.
#include <cstdint>
#include <string>

namespace rancang::web {

void pick_files(bool several);                                                                    // → FilesOpened
void download(std::string const& name, std::string const& mime, std::string const& bytes);        // → FileSaved
void zip_add(std::string const& name, std::string const& bytes);
bool zip_busy();
void zip_finish(std::string const& name);                                                         // → FileSaved
bool can_save_in_place();
void save_in_place(std::uint32_t handle, std::string const& key, std::string const& name, std::string const& bytes);      // → FileSaved
void fetch_asset(std::string const& name);                                                        // → AssetLoaded

}  // namespace rancang::web
