/** Floor 5: many images, models and strengths: opening files of any kind, measuring, tables. */
package org.nlcen.study;
