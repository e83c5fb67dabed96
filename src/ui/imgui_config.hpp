#pragma once
// How Dear ImGui is compiled (IMGUI_USER_CONFIG), for the library and for everything that includes imgui.h.
// Must not know: any type of ours.
// A change here rebuilds everything that draws.

// Tables of the whole plan go past 65,536 vertices in one window.
#define ImDrawIdx unsigned int

// Emoji and rare ideographs lie beyond U+FFFF.
#define IMGUI_USE_WCHAR32

// ui/probe implements the hooks: the list of named widgets that tests, the accessible mirror and `?bench` read.
#define IMGUI_ENABLE_TEST_ENGINE

// Only today's API, and nothing that reaches out of the canvas: no shell, no files, no terminal.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// The demo is never built; the debug tools only without NDEBUG.
#define IMGUI_DISABLE_DEMO_WINDOWS
#ifdef NDEBUG
#define IMGUI_DISABLE_DEBUG_TOOLS
#endif
